package org.entente.registry;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Writes into the books, in the caller's transaction: a number that is taken is used, so a book has no gaps. */
@ApplicationScoped
public class Register {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** Enters an item that passes a registry; answers the entry's number. */
    public String enter(
            String registry,
            Direction direction,
            Instant at,
            String reference,
            int copy,
            String classification,
            String counterpart,
            String officer,
            String release) {
        int year = at.atZone(ZoneOffset.UTC).getYear();
        return Sql.on(database, c -> {
            execute(
                    c,
                    "INSERT IGNORE INTO register_book (registry, direction, year, last_entry) VALUES (?, ?, ?, 0)",
                    registry,
                    direction.name(),
                    year);
            execute(
                    c,
                    "UPDATE register_book SET last_entry = last_entry + 1 WHERE registry = ? AND direction = ? AND year = ?",
                    registry,
                    direction.name(),
                    year);
            int place = rows(
                            c,
                            "SELECT last_entry FROM register_book WHERE registry = ? AND direction = ? AND year = ?",
                            r -> r.getInt(1),
                            registry,
                            direction.name(),
                            year)
                    .getFirst();
            String number = String.format("%s-%s-%d-%04d", registry, direction, year, place);
            execute(
                    c,
                    "INSERT INTO register_entry (number, registry, direction, at, reference, copy_no, classification,"
                            + " counterpart, officer, release_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    number,
                    registry,
                    direction.name(),
                    at,
                    reference,
                    copy,
                    classification,
                    counterpart,
                    officer,
                    release);
            return number;
        });
    }

    /** An item that passes a registry among many others. */
    public record Line(String reference, int copy, String classification) {}

    /** Enters many items at once, in their order; answers the entries' numbers. */
    public List<String> enterAll(
            String registry,
            Direction direction,
            Instant at,
            List<Line> lines,
            String counterpart,
            String officer,
            String release) {
        int year = at.atZone(ZoneOffset.UTC).getYear();
        return Sql.on(database, c -> {
            execute(
                    c,
                    "INSERT IGNORE INTO register_book (registry, direction, year, last_entry) VALUES (?, ?, ?, 0)",
                    registry,
                    direction.name(),
                    year);
            execute(
                    c,
                    "UPDATE register_book SET last_entry = last_entry + ? WHERE registry = ? AND direction = ? AND year = ?",
                    lines.size(),
                    registry,
                    direction.name(),
                    year);
            int last = rows(
                            c,
                            "SELECT last_entry FROM register_book WHERE registry = ? AND direction = ? AND year = ?",
                            r -> r.getInt(1),
                            registry,
                            direction.name(),
                            year)
                    .getFirst();
            List<String> numbers = new ArrayList<>();
            try (PreparedStatement insert = c.prepareStatement(
                    "INSERT INTO register_entry (number, registry, direction, at, reference, copy_no, classification,"
                            + " counterpart, officer, release_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                int place = last - lines.size();
                for (Line line : lines) {
                    String number = String.format("%s-%s-%d-%04d", registry, direction, year, ++place);
                    numbers.add(number);
                    insert.setString(1, number);
                    insert.setString(2, registry);
                    insert.setString(3, direction.name());
                    insert.setObject(4, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
                    insert.setString(5, line.reference());
                    insert.setInt(6, line.copy());
                    insert.setString(7, line.classification());
                    insert.setString(8, counterpart);
                    insert.setString(9, officer);
                    insert.setString(10, release);
                    insert.addBatch();
                }
                if (!lines.isEmpty()) {
                    insert.executeBatch();
                }
            }
            return numbers;
        });
    }

    /** The receipt of one recipient came back: noted in both books. */
    public void receipt(String release, String recipient, Instant at, String by) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "UPDATE register_entry SET receipt_at = ?, receipt_by = ? WHERE release_no = ? AND receipt_at IS NULL"
                                + " AND ((direction = 'OUT' AND counterpart = ?) OR (direction = 'IN' AND registry = ?))",
                        at,
                        by,
                        release,
                        recipient,
                        recipient));
    }

    /** A recipient's copy came back or was destroyed, under a certificate: noted in both books. */
    public void disposed(String release, String recipient, Instant at, String certificate) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "UPDATE register_entry SET disposed_at = ?, certificate = ? WHERE release_no = ? AND disposed_at IS NULL"
                                + " AND ((direction = 'OUT' AND counterpart = ?) OR (direction = 'IN' AND registry = ?))",
                        at,
                        certificate,
                        release,
                        recipient,
                        recipient));
    }

    /** A registry's entries of a stretch of time, in their order. */
    public List<RegisterEntry> entries(
            String registry, @Nullable Direction direction, Instant from, Instant to, int most) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT * FROM register_entry WHERE registry = ? AND (? IS NULL OR direction = ?) AND at >= ? AND at < ?"
                                + " ORDER BY id LIMIT " + most,
                        Register::entry,
                        registry,
                        direction == null ? null : direction.name(),
                        direction == null ? null : direction.name(),
                        from,
                        to));
    }

    private static RegisterEntry entry(ResultSet r) throws SQLException {
        return new RegisterEntry(
                r.getString("number"),
                r.getString("registry"),
                Direction.valueOf(r.getString("direction")),
                Objects.requireNonNull(Sql.instant(r, "at")),
                r.getString("reference"),
                r.getInt("copy_no"),
                r.getString("classification"),
                r.getString("counterpart"),
                r.getString("officer"),
                r.getString("release_no"),
                Sql.instant(r, "receipt_at"),
                r.getString("receipt_by"),
                Sql.instant(r, "disposed_at"),
                r.getString("certificate"));
    }
}
