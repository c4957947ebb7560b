package org.entente.request;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.entente.identity.Hat;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Where requests, experts and requirements lie: the statements that find and keep them. Decides nothing. */
@ApplicationScoped
class Ledger {
    private static final int MOST = 500;

    @PersistenceContext(unitName = "entente")
    private EntityManager entities;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Inject
    private Event<Stepped> stepped;

    /** A step as it was taken. */
    record Taken(Step step, Instant at, @Nullable String addressee, String organisation, String hat) {}

    /** A requirement as it is stored. */
    record Stated(
            long id,
            String number,
            String marking,
            String words,
            String hat,
            Instant at,
            Instant from,
            @Nullable Instant to) {}

    @Nullable
    Request find(String number) {
        // codes are ASCII, and the database would take trailing spaces for nothing
        if (!number.matches("[\\x21-\\x7e]{1,24}")) {
            return null;
        }
        return entities.createQuery("select r from Request r where r.number = :number", Request.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** For a change: nobody else changes it until this transaction ends. */
    void lock(Request request, List<Reply> replies) {
        entities.refresh(request, LockModeType.PESSIMISTIC_WRITE);
        replies.forEach(entities::refresh);
    }

    List<Reply> replies(Request request) {
        return entities.createQuery(
                        "select r from Reply r where r.requestId = :request order by r.organisation", Reply.class)
                .setParameter("request", request.id())
                .getResultList();
    }

    List<Reply> replies(List<Request> requests) {
        return requests.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select r from Reply r where r.requestId in :requests order by r.organisation",
                                Reply.class)
                        .setParameter(
                                "requests", requests.stream().map(Request::id).toList())
                        .getResultList();
    }

    /** What an organisation asked, or was asked, and if wanted what came to the broker; newest first. */
    List<Request> of(String organisation, boolean broker) {
        return entities.createQuery(
                        "select r from Request r where r.requester = :organisation or (:broker = true and r.anonymous = true)"
                                + " or exists (select 1 from Reply a where a.requestId = r.id and a.organisation = :organisation"
                                + " and a.arrivedAt is not null) order by r.id desc",
                        Request.class)
                .setParameter("organisation", organisation)
                .setParameter("broker", broker)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** The same without a bound, for the report of a period. */
    List<Request> since(String organisation, Instant from, Instant to) {
        return entities.createQuery(
                        "select r from Request r where (r.requester = :organisation and r.askedAt >= :from and r.askedAt < :to)"
                                + " or exists (select 1 from Reply a where a.requestId = r.id and a.organisation = :organisation"
                                + " and a.arrivedAt >= :from and a.arrivedAt < :to)",
                        Request.class)
                .setParameter("organisation", organisation)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    /** An answer that is owed: until when by the requester's words, and by those that the addressee has. */
    record Waiting(String number, String addressee, Instant deadline, Instant shown) {}

    List<Waiting> waiting() {
        return entities.createQuery(
                        "select r.number, a.organisation, r.deadline, coalesce(r.shownDeadline, r.deadline) from Request r,"
                                + " Reply a where a.requestId = r.id and a.arrivedAt is not null and a.state in :states"
                                + " order by r.id",
                        Object[].class)
                .setParameter("states", List.of(RequestState.OPEN, RequestState.ROUTED))
                .getResultStream()
                .map(r -> new Waiting((String) r[0], (String) r[1], (Instant) r[2], (Instant) r[3]))
                .toList();
    }

    void add(Object entity) {
        entities.persist(entity);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    void took(Step step, Request request, @Nullable String addressee, Hat by, Instant at) {
        run(c -> execute(
                c,
                "INSERT INTO request_step (request_id, organisation, step, at, by_org, by_hat) VALUES (?, ?, ?, ?, ?, ?)",
                request.id(),
                addressee,
                step.name(),
                at,
                by.organisation(),
                by.id()));
        stepped.fire(new Stepped(request.number(), step, addressee));
    }

    List<Taken> steps(Request request) {
        return run(c -> rows(
                c,
                "SELECT step, at, organisation, by_org, by_hat FROM request_step WHERE request_id = ? ORDER BY id",
                r -> new Taken(
                        Step.valueOf(r.getString("step")),
                        Objects.requireNonNull(Sql.instant(r, "at")),
                        r.getString("organisation"),
                        r.getString("by_org"),
                        r.getString("by_hat")),
                request.id()));
    }

    List<Expert> experts(String organisation) {
        return run(c -> rows(
                c,
                "SELECT hat, topics, areas, languages FROM expert WHERE organisation = ? ORDER BY hat",
                r -> new Expert(
                        r.getString("hat"),
                        Lines.read(r.getString("topics")),
                        Lines.read(r.getString("areas")),
                        Arrays.stream(r.getString("languages").split(" "))
                                .filter(l -> !l.isEmpty())
                                .toList()),
                organisation));
    }

    void keepExperts(String organisation, List<Expert> experts) {
        run(c -> {
            execute(c, "DELETE FROM expert WHERE organisation = ?", organisation);
            for (Expert expert : experts) {
                execute(
                        c,
                        "INSERT INTO expert (hat, organisation, topics, areas, languages) VALUES (?, ?, ?, ?, ?)",
                        expert.hat(),
                        organisation,
                        Lines.of(expert.topics()),
                        Lines.of(expert.areas()),
                        String.join(" ", expert.languages()));
            }
            return experts.size();
        });
    }

    List<Stated> requirements(String organisation) {
        return run(c -> rows(
                c,
                "SELECT id, number, marking, words, hat, stated_at, valid_from, valid_to FROM requirement"
                        + " WHERE organisation = ? ORDER BY id DESC LIMIT " + MOST,
                r -> new Stated(
                        r.getLong("id"),
                        r.getString("number"),
                        r.getString("marking"),
                        r.getString("words"),
                        r.getString("hat"),
                        Objects.requireNonNull(Sql.instant(r, "stated_at")),
                        Objects.requireNonNull(Sql.instant(r, "valid_from")),
                        Sql.instant(r, "valid_to")),
                organisation));
    }

    void addRequirement(
            String number, Hat by, String marking, String words, Instant at, Instant from, @Nullable Instant to) {
        run(c -> execute(
                c,
                "INSERT INTO requirement (number, organisation, hat, marking, words, stated_at, valid_from, valid_to)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                by.organisation(),
                by.id(),
                marking,
                words,
                at,
                from,
                to));
    }

    void answerRequirement(long requirement, String product) {
        run(c -> execute(
                c,
                "INSERT IGNORE INTO requirement_answer (requirement_id, product) VALUES (?, ?)",
                requirement,
                product));
    }

    /** Products that answer a requirement: named for it, or given in answer to a request that serves it. */
    List<String> answers(String organisation, Stated requirement) {
        return run(c -> {
            List<String> named = rows(
                    c,
                    "SELECT product FROM requirement_answer WHERE requirement_id = ?",
                    r -> r.getString(1),
                    requirement.id);
            List<String> given = rows(
                    c,
                    "SELECT a.products FROM request_reply a JOIN request r ON r.id = a.request_id"
                            + " WHERE r.requester = ? AND r.requirement = ? AND a.state = 'ANSWERED'",
                    r -> r.getString(1),
                    organisation,
                    requirement.number);
            return java.util.stream.Stream.concat(named.stream(), given.stream().flatMap(g -> Lines.read(g).stream()))
                    .distinct()
                    .sorted()
                    .collect(Collectors.toList());
        });
    }

    private <T> T run(Sql.Work<T> work) {
        return Sql.on(database, work);
    }
}
