package org.entente.mission;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.entente.gate.ActRows;
import org.entente.identity.Hat;
import org.entente.world.ActRow;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Keeps proposals and who agreed to them. */
@ApplicationScoped
class ProposalShelf implements ActRow.Kept {
    private static final String FROM = "FROM";
    private static final String TO = "TO";

    private static final ActRow PROPOSAL = ActRow.of(
            "mission-proposal",
            "mission_proposal",
            "t.number",
            "t.kind",
            "t.state",
            "t.organisation",
            "t.hat",
            "t.proposed_at",
            "t.mission",
            "t.other_mission",
            "t.relation",
            "t.type",
            "t.name",
            "t.mandate",
            "t.host_state",
            "t.leads",
            "t.begins",
            "t.legal_end",
            "t.operational_end",
            "t.realignment_end",
            "t.liquidation_end",
            "t.valid_from",
            "t.valid_to",
            "t.overlap_from",
            "t.review_due",
            ActRow.all(
                    "mission_agreement",
                    "o.proposal = t.id",
                    "place",
                    "o.place",
                    "o.organisation",
                    "o.hat",
                    "o.person",
                    "o.agreed_at"));

    @Inject
    private Atlas atlas;

    @Inject
    private ActRows rows;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** An agreement that was given. */
    private record Given(String place, String organisation, String hat, Instant at) {}

    @Override
    public List<ActRow> actRows() {
        return List.of(PROPOSAL);
    }

    private void made(String number) {
        rows.made(PROPOSAL, "t.number = ?", number);
    }

    List<Proposal> open() {
        return read("state = 'OPEN'");
    }

    List<Proposal> all() {
        return read("TRUE");
    }

    /** Held until the end of the transaction, so that two who agree at once come one after the other. */
    @Nullable
    Proposal held(String number) {
        Sql.on(
                database,
                c -> rows(c, "SELECT id FROM mission_proposal WHERE number = ? FOR UPDATE", r -> r.getLong(1), number));
        rows.check(PROPOSAL, "t.number = ?", number);
        return find(number);
    }

    @Nullable
    Proposal find(String number) {
        return read("number = ?", number).stream().findFirst().orElse(null);
    }

    void put(
            String number,
            Proposal.Kind kind,
            Hat hat,
            Instant now,
            String mission,
            @Nullable Founding founding,
            @Nullable RelationView relation) {
        Ends ends = founding == null ? Ends.NONE : founding.ends();
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO mission_proposal (number, kind, state, organisation, hat, proposed_at, mission, other_mission,"
                                + " relation, type, name, mandate, host_state, leads, begins, legal_end, operational_end,"
                                + " realignment_end, liquidation_end, valid_from, valid_to, overlap_from, review_due)"
                                + " VALUES (?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        number,
                        kind.name(),
                        hat.organisation(),
                        hat.id(),
                        now,
                        mission,
                        relation == null ? null : relation.to(),
                        relation == null ? null : relation.number(),
                        relation == null ? null : relation.type().name(),
                        founding == null ? "" : founding.name(),
                        founding == null ? "" : founding.mandate(),
                        founding == null ? null : founding.hostState(),
                        founding == null ? "" : String.join(" ", founding.leads()),
                        founding == null ? null : founding.begins(),
                        ends.legal(),
                        ends.operational(),
                        ends.realignment(),
                        ends.liquidation(),
                        relation == null ? null : relation.validFrom(),
                        relation == null ? null : relation.validTo(),
                        relation == null ? null : relation.overlapFrom(),
                        relation == null ? null : relation.reviewDue()));
        made(number);
    }

    void agreed(Proposal proposal, String place, Hat hat, String person, Instant now) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO mission_agreement (proposal, place, organisation, hat, person, agreed_at)"
                                + " SELECT id, ?, ?, ?, ?, ? FROM mission_proposal WHERE number = ?",
                        place,
                        hat.organisation(),
                        hat.id(),
                        person,
                        now,
                        proposal.number()));
        made(proposal.number());
    }

    /** Persons who agreed already. */
    List<String> persons(Proposal proposal) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT a.person FROM mission_agreement a JOIN mission_proposal p ON p.id = a.proposal WHERE p.number = ?",
                        r -> r.getString(1),
                        proposal.number()));
    }

    void settle(Proposal proposal, Proposal.State state, Instant now, @Nullable String why) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "UPDATE mission_proposal SET state = ?, settled_at = ?, why = ? WHERE number = ?",
                        state.name(),
                        now,
                        why,
                        proposal.number()));
        made(proposal.number());
    }

    private List<Proposal> read(String where, Object... parameters) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT * FROM mission_proposal WHERE " + where + " ORDER BY id DESC",
                        r -> proposal(c, r),
                        parameters));
    }

    private Proposal proposal(Connection c, ResultSet r) throws SQLException {
        Proposal.Kind kind = Proposal.Kind.valueOf(r.getString("kind"));
        String mission = r.getString("mission");
        String other = r.getString("other_mission");
        List<String> leads = Arrays.stream(r.getString("leads").split(" "))
                .filter(l -> !l.isEmpty())
                .toList();
        List<Given> given = rows(
                c,
                "SELECT * FROM mission_agreement WHERE proposal = ? ORDER BY place",
                a -> new Given(
                        a.getString("place"),
                        a.getString("organisation"),
                        a.getString("hat"),
                        Objects.requireNonNull(instant(a, "agreed_at"))),
                r.getLong("id"));
        Founding founding = kind.ofRelation()
                ? null
                : new Founding(
                        mission,
                        r.getString("name"),
                        r.getString("mandate"),
                        r.getString("host_state"),
                        leads,
                        instant(r, "begins"),
                        new Ends(
                                instant(r, "legal_end"),
                                instant(r, "operational_end"),
                                instant(r, "realignment_end"),
                                instant(r, "liquidation_end")));
        RelationView relation = kind.ofRelation()
                ? new RelationView(
                        r.getString("relation"),
                        mission,
                        Objects.requireNonNull(other),
                        RelationType.valueOf(r.getString("type")),
                        instant(r, "valid_from"),
                        instant(r, "valid_to"),
                        instant(r, "overlap_from"),
                        instant(r, "review_due"),
                        List.of())
                : null;
        return new Proposal(
                r.getString("number"),
                kind,
                Proposal.State.valueOf(r.getString("state")),
                r.getString("organisation"),
                r.getString("hat"),
                Objects.requireNonNull(instant(r, "proposed_at")),
                mission,
                founding,
                relation,
                asked(kind, mission, other, leads, given),
                r.getString("why"));
    }

    /** Whom it binds is judged as the missions are led now: a lead that came since is asked as well. */
    private List<Proposal.Asked> asked(
            Proposal.Kind kind, String mission, @Nullable String other, List<String> leads, List<Given> given) {
        List<Proposal.Asked> asked = new ArrayList<>();
        if (kind.ofRelation()) {
            asked.add(asked(FROM, leads(mission), given));
            asked.add(asked(TO, leads(Objects.requireNonNull(other)), given));
        } else {
            TreeSet<String> bound = new TreeSet<>(kind == Proposal.Kind.FOUND ? List.of() : leads(mission));
            bound.addAll(leads);
            bound.forEach(lead -> asked.add(asked(lead, List.of(lead), given)));
        }
        return asked;
    }

    private static Proposal.Asked asked(String place, List<String> organisations, List<Given> given) {
        Given one =
                given.stream().filter(g -> g.place.equals(place)).findFirst().orElse(null);
        return new Proposal.Asked(
                place,
                organisations,
                one == null ? null : one.organisation,
                one == null ? null : one.hat,
                one == null ? null : one.at);
    }

    private List<String> leads(String mission) {
        MissionView known = atlas.find(mission);
        return known == null ? List.of() : known.leads();
    }
}
