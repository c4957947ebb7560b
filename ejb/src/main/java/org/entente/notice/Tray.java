package org.entente.notice;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Where notices and preferences lie. Decides nothing. */
@ApplicationScoped
class Tray {
    private static final String ALL =
            "SELECT number, hat, person, occasion, subject, part_of, turn, at, due, urgent, seen_at FROM notice";

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** Once for each hat, occasion, subject and turn, however often its cause comes by. */
    void put(Notice n) {
        run(c -> execute(
                c,
                "INSERT IGNORE INTO notice (number, hat, person, occasion, subject, part_of, turn, at, due, urgent)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                n.number(),
                n.hat(),
                n.person(),
                n.occasion().name(),
                n.subject(),
                n.partOf(),
                n.turn(),
                n.at(),
                n.due(),
                n.urgent()));
    }

    boolean holds(Notice.Told told, String hat) {
        return !run(c -> rows(
                        c,
                        "SELECT 1 FROM notice WHERE hat = ? AND occasion = ? AND subject = ? AND turn = ?",
                        r -> 1,
                        hat,
                        told.occasion().name(),
                        told.subject(),
                        told.turn()))
                .isEmpty();
    }

    /** What has been told because its time had come; whether this is the first time. */
    boolean firstTold(Occasion occasion, String subject, String turn) {
        return run(c -> execute(
                        c,
                        "INSERT IGNORE INTO notice_told (occasion, subject, turn) VALUES (?, ?, ?)",
                        occasion.name(),
                        subject,
                        turn))
                == 1;
    }

    boolean told(Occasion occasion, String subject, String turn) {
        return !run(c -> rows(
                        c,
                        "SELECT 1 FROM notice_told WHERE occasion = ? AND subject = ? AND turn = ?",
                        r -> 1,
                        occasion.name(),
                        subject,
                        turn))
                .isEmpty();
    }

    List<Notice> seen(String hat, int most) {
        return run(c -> rows(
                c, ALL + " WHERE hat = ? AND seen_at IS NOT NULL ORDER BY id DESC LIMIT " + most, Tray::notice, hat));
    }

    /** Of a release and its consents, what nobody has looked at yet. */
    List<Notice> unseenOf(String release) {
        return run(c -> rows(
                c, ALL + " WHERE (subject = ? OR part_of = ?) AND seen_at IS NULL", Tray::notice, release, release));
    }

    List<Notice> unseen(String hat, int most) {
        return run(c ->
                rows(c, ALL + " WHERE hat = ? AND seen_at IS NULL ORDER BY id DESC LIMIT " + most, Tray::notice, hat));
    }

    @Nullable
    Notice find(String number, String hat) {
        List<Notice> found = run(c -> rows(c, ALL + " WHERE number = ? AND hat = ?", Tray::notice, number, hat));
        return found.isEmpty() ? null : found.getFirst();
    }

    List<Notice> in(String mail) {
        return run(c -> rows(c, ALL + " WHERE mail = ? AND seen_at IS NULL ORDER BY id", Tray::notice, mail));
    }

    void seen(String number, Instant at) {
        run(c -> execute(c, "UPDATE notice SET seen_at = ? WHERE number = ? AND seen_at IS NULL", at, number));
    }

    Preference preference(String person) {
        List<Preference> kept = run(c -> rows(
                c,
                "SELECT mail, detailed FROM notice_preference WHERE person = ?",
                r -> new Preference(Preference.Mail.valueOf(r.getString(1)), r.getBoolean(2)),
                person));
        return kept.isEmpty() ? Preference.USUAL : kept.getFirst();
    }

    void prefer(String person, Preference preference) {
        run(c -> execute(
                c,
                "INSERT INTO notice_preference (person, mail, detailed) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE mail = VALUES(mail), detailed = VALUES(detailed)",
                person,
                preference.mail().name(),
                preference.detailed()));
    }

    /** The way in which a notice was to go before does not outlive the wish for it. */
    void keepUnmailed(String person) {
        run(c -> execute(c, "UPDATE notice SET mail = '-' WHERE person = ? AND mail IS NULL", person));
    }

    private static Notice notice(ResultSet r) throws SQLException {
        return new Notice(
                r.getString("number"),
                r.getString("hat"),
                r.getString("person"),
                Occasion.valueOf(r.getString("occasion")),
                r.getString("subject"),
                r.getString("part_of"),
                r.getString("turn"),
                Objects.requireNonNull(Sql.instant(r, "at")),
                Sql.instant(r, "due"),
                r.getBoolean("urgent"),
                Sql.instant(r, "seen_at"));
    }

    private <T> T run(Sql.Work<T> work) {
        return Sql.on(database, work);
    }
}
