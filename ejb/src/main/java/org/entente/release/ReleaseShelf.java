package org.entente.release;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.gate.ActRows;
import org.entente.world.ActRow;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Where releases, questions and delegations lie. Decides nothing. */
@ApplicationScoped
class ReleaseShelf implements ActRow.Kept {
    /** A release with its recipients, the questions to givers with their answers, and all signatures. */
    private static final ActRow RELEASE = ActRow.of(
            "release",
            "release_request",
            "t.number",
            "t.product",
            "t.releaser",
            "t.kind",
            "t.stage",
            "t.purpose",
            "t.requester",
            "t.requester_hat",
            "t.requested_at",
            "t.valid_to",
            "t.consent_due",
            "HEX(t.basis)",
            "t.review_due",
            ActRow.all(
                    "release_recipient",
                    "o.release_id = t.id",
                    "organisation",
                    "o.organisation",
                    "o.copy_no",
                    "o.handed_at",
                    "o.acknowledged_at",
                    "o.acknowledged_by",
                    "o.ended_at",
                    "o.disposed_at"),
            ActRow.all(
                    "consent_request",
                    "o.release_id = t.id",
                    "id",
                    "o.number",
                    "o.giver",
                    "o.receiver",
                    "o.paragraphs",
                    "o.due",
                    "o.answer",
                    "o.answered_at",
                    "o.answered_by",
                    "o.answered_person",
                    "o.answered_org",
                    "o.reference_text",
                    "o.lapses"),
            ActRow.all(
                    "release_signature",
                    "o.release_id = t.id",
                    "ordinal",
                    "o.step",
                    "o.verdict",
                    "o.organisation",
                    "o.person",
                    "o.hat",
                    "o.at",
                    "HEX(o.basis)",
                    "o.delegation"));

    private static final ActRow DELEGATION = ActRow.of(
            "delegation",
            "delegation",
            "t.number",
            "t.organisation",
            "t.from_hat",
            "t.to_hat",
            "t.ceiling",
            "t.types",
            "t.valid_from",
            "t.valid_to",
            "t.revoked_at");

    private static final int MOST = 500;

    @PersistenceContext(unitName = "entente")
    private EntityManager entities;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Inject
    private Event<Moved> moved;

    @Inject
    private ActRows rows;

    @Override
    public List<ActRow> actRows() {
        return List.of(RELEASE, DELEGATION);
    }

    void add(ReleaseRequest release) {
        entities.persist(release);
        entities.flush();
        rows.begun(RELEASE, entities::flush, "t.number = ?", release.number());
    }

    /** Writes what was done to it, and tells whoever listens. */
    void moved(ReleaseRequest release) {
        entities.flush();
        rows.made(RELEASE, "t.number = ?", release.number());
        moved.fire(new Moved(release.number()));
    }

    private ReleaseRequest held(ReleaseRequest release) {
        rows.held(RELEASE, entities::flush, "t.number = ?", release.number());
        return release;
    }

    List<String> reviewsOverdue(Instant now) {
        return entities.createQuery(
                        "select r.number from ReleaseRequest r where r.stage = :stage and r.reviewDue <= :now order by r.id",
                        String.class)
                .setParameter("stage", Stage.REVIEW_DUE)
                .setParameter("now", now)
                .getResultList();
    }

    List<Course.Unacknowledged> unacknowledged(Instant then) {
        return entities.createQuery(
                        "select r.number, p.organisation from ReleaseRequest r join r.recipients p where r.stage in :stages"
                                + " and p.handedAt <= :then and p.acknowledgedAt is null and p.endedAt is null order by r.id",
                        Object[].class)
                .setParameter("stages", List.of(Stage.REGISTERED, Stage.DISSEMINATED, Stage.REVIEW_DUE))
                .setParameter("then", then)
                .getResultStream()
                .map(r -> new Course.Unacknowledged((String) r[0], (String) r[1]))
                .toList();
    }

    @Nullable
    ReleaseRequest find(String number) {
        return entities.createQuery("select r from ReleaseRequest r where r.number = :number", ReleaseRequest.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** For a change: nobody else moves it until this transaction ends, and it is as the last act left it. */
    @Nullable
    ReleaseRequest lock(String number) {
        ReleaseRequest release = find(number);
        if (release != null) {
            entities.refresh(release, LockModeType.PESSIMISTIC_WRITE);
            held(release);
        }
        return release;
    }

    List<ReleaseRequest> of(String product) {
        return entities.createQuery(
                        "select r from ReleaseRequest r where r.product = :product order by r.id", ReleaseRequest.class)
                .setParameter("product", product)
                .getResultStream()
                .map(this::held)
                .toList();
    }

    /** Those that the organisation lets go, gets, or whose product is its own; newest first. */
    List<ReleaseRequest> concerning(String organisation) {
        return entities.createQuery(
                        "select distinct r from ReleaseRequest r left join r.recipients p where r.releaser = :org"
                                + " or p.organisation = :org"
                                + " or r.product in (select q.number from Product q where q.originator = :org)"
                                + " order by r.id desc",
                        ReleaseRequest.class)
                .setParameter("org", organisation)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Of those, what is not over for everybody: a recipient of what was called back still owes its certificate. */
    List<ReleaseRequest> unsettled(String organisation) {
        return entities.createQuery(
                        "select distinct r from ReleaseRequest r left join r.recipients p where"
                                + " (r.stage not in :over and (r.releaser = :org or p.organisation = :org"
                                + " or r.product in (select q.number from Product q where q.originator = :org)))"
                                + " or (r.stage = :back and p.organisation = :org and p.handedAt is not null"
                                + " and p.disposedAt is null) order by r.id desc",
                        ReleaseRequest.class)
                .setParameter("org", organisation)
                .setParameter(
                        "over",
                        List.of(Stage.REJECTED, Stage.RETURNED, Stage.WITHDRAWN, Stage.SUPERSEDED, Stage.ACKNOWLEDGED))
                .setParameter("back", Stage.WITHDRAWN)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Releases by this organisation that this recipient has or is to get. */
    List<ReleaseRequest> openTo(String recipient, String releaser) {
        return entities.createQuery(
                        "select distinct r from ReleaseRequest r join r.recipients p where r.releaser = :releaser"
                                + " and p.organisation = :recipient and p.endedAt is null order by r.id",
                        ReleaseRequest.class)
                .setParameter("releaser", releaser)
                .setParameter("recipient", recipient)
                .getResultStream()
                .map(this::held)
                .toList();
    }

    @Nullable
    ConsentRequest question(String number) {
        return entities.createQuery("select c from ConsentRequest c where c.number = :number", ConsentRequest.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Questions to this organisation, or that it asked; newest first. */
    List<ConsentRequest> questions(String organisation) {
        return entities.createQuery(
                        "select c from ConsentRequest c where c.giver = :org or c.release.releaser = :org"
                                + " order by c.id desc",
                        ConsentRequest.class)
                .setParameter("org", organisation)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Releases that wait for an answer whose time is over. */
    List<String> silent(Instant now) {
        return entities.createQuery(
                        "select distinct c.release.number from ConsentRequest c where c.answer is null and c.due <= :now"
                                + " and c.release.stage = :waiting",
                        String.class)
                .setParameter("now", now)
                .setParameter("waiting", Stage.ORIGINATOR_CONSENT)
                .setMaxResults(MOST)
                .getResultList();
    }

    void add(Delegation d) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO delegation (number, organisation, from_hat, to_hat, ceiling, types, valid_from, valid_to)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        d.number(),
                        d.organisation(),
                        d.from(),
                        d.to(),
                        d.ceiling(),
                        String.join(" ", d.types()),
                        d.validFrom(),
                        d.validTo()));
        rows.made(DELEGATION, "t.number = ?", d.number());
    }

    void revoke(String number, Instant at, String why) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "UPDATE delegation SET revoked_at = ?, revoked_why = ? WHERE number = ? AND revoked_at IS NULL",
                        at,
                        why,
                        number));
        rows.made(DELEGATION, "t.number = ?", number);
    }

    /** Those that an act gave. */
    List<Delegation> delegations(String organisation) {
        List<String> forged = rows.forged(DELEGATION, "t.organisation = ?", organisation);
        String sql = "SELECT d.*, l.rank_no FROM delegation d JOIN level l ON l.code = d.ceiling"
                + " WHERE d.organisation = ? ORDER BY d.id DESC";
        return Sql.on(database, c -> rows(c, sql, ReleaseShelf::delegation, organisation)).stream()
                .filter(d -> !forged.contains(d.number()))
                .toList();
    }

    private static Delegation delegation(ResultSet r) throws SQLException {
        String types = r.getString("types");
        return new Delegation(
                r.getString("number"),
                r.getString("organisation"),
                r.getString("from_hat"),
                r.getString("to_hat"),
                r.getString("ceiling"),
                r.getInt("rank_no"),
                types.isEmpty() ? List.of() : List.of(types.split(" ", -1)),
                Objects.requireNonNull(Sql.instant(r, "valid_from")),
                Sql.instant(r, "valid_to"),
                Sql.instant(r, "revoked_at"),
                r.getString("revoked_why"));
    }
}
