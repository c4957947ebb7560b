package org.entente.transparency;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.entente.audit.EventId;
import org.entente.audit.OpeningRow;
import org.entente.log.Field;
import org.entente.log.LeafView;
import org.entente.log.LogError;
import org.entente.log.Opened;
import org.entente.world.Sql;

/**
 * Holds the openings of a stretch of the log against its records: whatever was changed in the tables behind the platform's back, or
 * taken away without a purge, is a difference.
 */
@ApplicationScoped
class OpeningCheck {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** An event whose openings are not what its record was sealed over; {@code what} names the fields. */
    record Difference(UUID event, String what) {}

    /** Where the log ends by now. */
    long size() {
        return Sql.on(
                database,
                c -> rows(c, "SELECT size FROM log_head WHERE id = 1", r -> r.getLong(1))
                        .getFirst());
    }

    /** The events of which it is known already that their openings differ. */
    Set<UUID> known() {
        return new HashSet<>(Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT event_id FROM log_finding WHERE event_id IS NOT NULL",
                        r -> EventId.of(r.getBytes(1)))));
    }

    List<Difference> between(long from, long to) {
        return Sql.on(database, c -> {
            List<Difference> found = new ArrayList<>(rows(
                    c,
                    "SELECT e.event_id FROM log_entry e LEFT JOIN audit_opening o ON o.event_id = e.event_id"
                            + " WHERE e.idx >= ? AND e.idx < ? AND o.event_id IS NULL",
                    r -> new Difference(EventId.of(r.getBytes(1)), "all of it"),
                    from,
                    to));
            Map<UUID, SortedMap<Integer, String>> lists = lists(c, from, to);
            rows(
                            c,
                            OpeningRow.SELECT + " WHERE e.idx >= ? AND e.idx < ?",
                            r -> difference(
                                    OpeningRow.read(r),
                                    new Opened(
                                            r.getBytes("opened_seed"),
                                            lists.getOrDefault(EventId.of(r.getBytes("event_id")), new TreeMap<>()))),
                            from,
                            to)
                    .stream()
                    .filter(difference -> !difference.what.isEmpty())
                    .forEach(found::add);
            return found;
        });
    }

    private static Map<UUID, SortedMap<Integer, String>> lists(Connection c, long from, long to) throws SQLException {
        Map<UUID, SortedMap<Integer, String>> lists = new HashMap<>();
        rows(
                c,
                "SELECT l.* FROM audit_opened l JOIN log_entry e ON e.event_id = l.event_id WHERE e.idx >= ? AND e.idx < ?",
                r -> lists.computeIfAbsent(EventId.of(r.getBytes("event_id")), e -> new TreeMap<>())
                        .put(r.getInt("slot"), r.getString("list")),
                from,
                to);
        return lists;
    }

    private static Difference difference(OpeningRow row, Opened opened) {
        Set<Field> differing = new TreeSet<>(row.differing());
        LeafView view = new LeafView();
        try {
            byte[] record = row.record();
            if (record != null) {
                view.read(record, 0, record.length);
                if (!Arrays.equals(opened.rootFor(row.event()), view.digest(Field.OPENED))) {
                    differing.add(Field.OPENED);
                }
            }
        } catch (LogError broken) {
            differing.add(Field.OPENED);
        }
        return new Difference(row.event(), differing.stream().map(Field::column).collect(Collectors.joining(" ")));
    }
}
