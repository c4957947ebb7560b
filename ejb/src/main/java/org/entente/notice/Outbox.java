package org.entente.notice;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.entente.gate.Numbers;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Mails on their way: one waiting mail a person, into which everything goes that is due. A mail is claimed by the update of its
 * row before it is handed over, and is handed over again only if it certainly was not taken.
 */
@ApplicationScoped
class Outbox {
    /** What a daily mail brings is what came before the day began, from this hour on. */
    private static final Duration MORNING = Duration.ofHours(6);

    private static final int MOST = 20;
    private static final int MOST_ATTEMPTS = 10;
    private static final String OPEN = " FROM notice n JOIN person p ON p.code = n.person"
            + " LEFT JOIN notice_preference f ON f.person = n.person"
            + " WHERE n.mail IS NULL AND n.seen_at IS NULL AND p.mail IS NOT NULL";
    private static final String DUE =
            " AND (COALESCE(f.mail, 'AT_ONCE') = 'AT_ONCE'" + " OR (f.mail = 'DAILY' AND (n.urgent OR n.at < ?)))";
    private static final String READY = " FROM notice_mail WHERE state = 'WAITING' AND next_at <= UTC_TIMESTAMP(3)";

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** To whom, in which language. */
    record Addressee(String person, String address, String language) {}

    boolean due(Instant now) {
        return run(c -> !rows(c, "SELECT 1" + OPEN + DUE + " LIMIT 1", r -> 1, yesterdayEnded(now))
                        .isEmpty()
                || !rows(c, "SELECT 1" + READY + " LIMIT 1", r -> 1).isEmpty());
    }

    /** Puts into mails what is due, and claims those that may go now: their numbers. */
    List<String> collect(Instant now) {
        return run(c -> {
            // taken before a crash: whether it left nobody knows, and twice would be worse
            execute(
                    c,
                    "UPDATE notice_mail SET state = 'UNCERTAIN', settled_at = UTC_TIMESTAMP(3)"
                            + " WHERE state = 'SENDING' AND claimed_at < UTC_TIMESTAMP(3) - INTERVAL 10 MINUTE");
            execute(
                    c,
                    "UPDATE notice SET mail = '-' WHERE mail IS NULL AND (seen_at IS NOT NULL"
                            + " OR person IN (SELECT person FROM notice_preference WHERE mail = 'NONE')"
                            + " OR person IN (SELECT code FROM person WHERE mail IS NULL))");
            for (String person :
                    rows(c, "SELECT DISTINCT n.person" + OPEN + DUE, r -> r.getString(1), yesterdayEnded(now))) {
                attach(person, now);
            }
            List<String> claimed = new ArrayList<>();
            for (String mail :
                    rows(c, "SELECT number" + READY + " ORDER BY next_at, id LIMIT " + MOST, r -> r.getString(1))) {
                int mine = execute(
                        c,
                        "UPDATE notice_mail SET state = 'SENDING', claimed_at = UTC_TIMESTAMP(3), attempts = attempts + 1"
                                + " WHERE number = ? AND state = 'WAITING'",
                        mail);
                if (mine == 1) {
                    claimed.add(mail);
                }
            }
            return claimed;
        });
    }

    private void attach(String person, Instant now) {
        run(c -> {
            List<String> waiting = rows(
                    c,
                    "SELECT number FROM notice_mail WHERE person = ? AND state = 'WAITING' LIMIT 1 FOR UPDATE",
                    r -> r.getString(1),
                    person);
            String mail = waiting.isEmpty() ? Numbers.draw("MAIL") : waiting.getFirst();
            if (waiting.isEmpty()) {
                execute(
                        c,
                        "INSERT INTO notice_mail (number, person, state, next_at) VALUES (?, ?, 'WAITING', UTC_TIMESTAMP(3))",
                        mail,
                        person);
            } else {
                execute(c, "UPDATE notice_mail SET next_at = UTC_TIMESTAMP(3) WHERE number = ?", mail);
            }
            // a daily mail that goes anyhow takes everything along; a warning before its hour goes by itself
            return execute(
                    c,
                    "UPDATE notice n LEFT JOIN notice_preference f ON f.person = n.person SET n.mail = ?"
                            + " WHERE n.person = ? AND n.mail IS NULL AND n.seen_at IS NULL"
                            + " AND (COALESCE(f.mail, 'AT_ONCE') = 'AT_ONCE' OR n.urgent OR ?)",
                    mail,
                    person,
                    dailyDue(person, now));
        });
    }

    private boolean dailyDue(String person, Instant now) {
        return run(c -> !rows(
                        c,
                        "SELECT 1 FROM notice WHERE person = ? AND mail IS NULL AND seen_at IS NULL AND at < ? LIMIT 1",
                        r -> 1,
                        person,
                        yesterdayEnded(now))
                .isEmpty());
    }

    /** The midnight before which a daily mail brings all, at the morning hour of the platform's clock. */
    static Instant yesterdayEnded(Instant now) {
        return now.minus(MORNING).truncatedTo(ChronoUnit.DAYS);
    }

    @Nullable
    Addressee addressee(String mail) {
        List<Addressee> found = run(c -> rows(
                c,
                "SELECT p.code, p.mail, p.language FROM notice_mail m JOIN person p ON p.code = m.person"
                        + " WHERE m.number = ? AND m.state = 'SENDING' AND p.mail IS NOT NULL",
                r -> new Addressee(r.getString(1), r.getString(2), r.getString(3)),
                mail));
        return found.isEmpty() ? null : found.getFirst();
    }

    void settled(String mail, Delivery delivery, String why) {
        String kept = why.length() > 200 ? why.substring(0, 200) : why;
        run(c -> switch (delivery) {
            case LATER ->
                execute(
                        c,
                        "UPDATE notice_mail SET state = IF(attempts >= ?, 'GIVEN_UP', 'WAITING'), last_error = ?,"
                                + " next_at = UTC_TIMESTAMP(3) + INTERVAL LEAST(900, 5 * POW(2, attempts)) SECOND"
                                + " WHERE number = ? AND state = 'SENDING'",
                        MOST_ATTEMPTS,
                        kept,
                        mail);
            case UNTRIED ->
                execute(
                        c,
                        "UPDATE notice_mail SET state = 'WAITING', attempts = attempts - 1 WHERE number = ? AND state = 'SENDING'",
                        mail);
            case TAKEN, REFUSED, UNKNOWN, NOTHING ->
                execute(
                        c,
                        "UPDATE notice_mail SET state = ?, settled_at = UTC_TIMESTAMP(3), last_error = ?"
                                + " WHERE number = ? AND state = 'SENDING'",
                        delivery.state(),
                        kept.isEmpty() ? null : kept,
                        mail);
        });
    }

    private <T> T run(Sql.Work<T> work) {
        return Sql.on(database, work);
    }
}
