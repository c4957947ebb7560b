package org.entente.auditor;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.entente.audit.Eraser;
import org.entente.audit.EventId;
import org.entente.gate.ActRows;
import org.entente.gate.Action;
import org.entente.world.ActRow;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Purges and what they reach, where they lie. Decides nothing. */
@ApplicationScoped
class PurgeRows implements ActRow.Kept {
    /** The last day of a product's life: its withdrawal, else the last that was written of it. */
    private static final String LAST_DAY =
            "COALESCE(p.withdrawn_at, GREATEST(p.filed_at, COALESCE(p.published, p.filed_at),"
                    + " (SELECT MAX(v.created_at) FROM product_version v WHERE v.product_id = p.id)))";

    /** An object as the tables of products and releases have their numbers, so that these find it by key. */
    private static final String OBJECT = "CONVERT(o.object USING ascii) COLLATE ascii_bin";

    /** What was erased, and by whom, is never erased. */
    private static final String NEVER = Stream.of(
                    "ERASE_OPENING", Action.ORDER_PURGE.name(), Action.APPROVE_PURGE.name())
            .map(action -> "'" + action + "'")
            .collect(Collectors.joining(", "));

    /**
     * Events by an organisation's own people before an instant, of products that are gone or as old; never those of the persons
     * who order and approve it.
     */
    private static final String REACHED = " FROM audit_opening o JOIN log_entry e ON e.event_id = o.event_id"
            + " WHERE o.actor_org = ? AND o.occurred_at < ? AND COALESCE(o.person, '') NOT IN (?, ?)"
            + " AND o.action NOT IN (" + NEVER + ")"
            + " AND NOT EXISTS (SELECT 1 FROM product p WHERE p.number = " + OBJECT + " AND " + LAST_DAY + " >= ?)"
            + " AND NOT EXISTS (SELECT 1 FROM release_request r JOIN product p ON p.number = r.product"
            + " WHERE r.number = " + OBJECT + " AND " + LAST_DAY + " >= ?)";

    private static final String STILL_THERE = Eraser.FIELDS.keySet().stream()
            .map(field -> "o." + field + " IS NOT NULL")
            .collect(Collectors.joining(" OR ", " AND (", ")"));

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    private static final ActRow ORDER = ActRow.of(
            "purge", "purge_order", "t.number", "t.organisation", "t.before_at", "t.person", "t.hat", "t.ordered_at");

    @Inject
    private ActRows rows;

    @Override
    public List<ActRow> actRows() {
        return List.of(ORDER);
    }

    /** A purge as it lies there. */
    record Order(
            String number,
            String organisation,
            Instant before,
            String reason,
            String person,
            String hat,
            Instant orderedAt,
            PurgeView.@Nullable Certificate certificate) {}

    void add(Order order) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO purge_order (number, organisation, before_at, reason, person, hat, ordered_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        order.number,
                        order.organisation,
                        order.before,
                        order.reason,
                        order.person,
                        order.hat,
                        order.orderedAt));
        rows.made(ORDER, "t.number = ?", order.number);
    }

    List<Order> orders(String where, Object... values) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT o.*, c.hat by_hat, c.approved_at, c.by_event, c.events, c.first_idx, c.last_idx, c.digest"
                                + " FROM purge_order o LEFT JOIN purge_certificate c ON c.number = o.number WHERE "
                                + where
                                + " ORDER BY o.ordered_at DESC, o.number LIMIT 200",
                        PurgeRows::order,
                        values));
    }

    /** How many events it would reach, were this person to approve it. */
    long reached(Order order, String approver) {
        return Sql.on(
                database,
                c -> rows(
                                c,
                                "SELECT COUNT(*)" + REACHED + STILL_THERE,
                                r -> r.getLong(1),
                                order.organisation,
                                order.before,
                                order.person,
                                approver,
                                order.before,
                                order.before)
                        .getFirst());
    }

    /** Orders the erasure of every erasable field that is still there, and writes the certificate over exactly that. */
    void approve(Order order, String person, String hat, Instant now, String event) {
        rows.check(ORDER, "t.number = ?", order.number);
        Sql.on(database, c -> {
            byte[] by = EventId.bytes(event);
            for (Map.Entry<String, Integer> field : Eraser.FIELDS.entrySet()) {
                execute(
                        c,
                        "INSERT IGNORE INTO opening_erasure (event_id, field, by_event, ordered_at, by_hat, reason)"
                                + " SELECT o.event_id, ?, ?, ?, ?, ?" + REACHED + " AND o." + field.getKey()
                                + " IS NOT NULL",
                        field.getValue(),
                        by,
                        now,
                        hat,
                        "purge " + order.number,
                        order.organisation,
                        order.before,
                        order.person,
                        person,
                        order.before,
                        order.before);
            }
            return certify(c, order, person, hat, now, by);
        });
    }

    private record Erased(long index, byte[] event) {}

    private static int certify(Connection c, Order order, String person, String hat, Instant now, byte[] by)
            throws SQLException {
        List<Erased> erased = rows(
                c,
                "SELECT e.idx, e.event_id FROM log_entry e WHERE e.event_id IN"
                        + " (SELECT x.event_id FROM opening_erasure x WHERE x.by_event = ?) ORDER BY e.idx",
                r -> new Erased(r.getLong(1), r.getBytes(2)),
                (Object) by);
        return execute(
                c,
                "INSERT INTO purge_certificate (number, person, hat, approved_at, by_event, events, first_idx, last_idx,"
                        + " digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                order.number,
                person,
                hat,
                now,
                by,
                erased.size(),
                erased.isEmpty() ? null : erased.getFirst().index,
                erased.isEmpty() ? null : erased.getLast().index,
                digest(erased));
    }

    private static byte[] digest(List<Erased> erased) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            erased.forEach(e -> sha.update(ByteBuffer.wrap(e.event)));
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Order order(ResultSet r) throws SQLException {
        return new Order(
                r.getString("number"),
                r.getString("organisation"),
                Objects.requireNonNull(Sql.instant(r, "before_at")),
                r.getString("reason"),
                r.getString("person"),
                r.getString("hat"),
                Objects.requireNonNull(Sql.instant(r, "ordered_at")),
                r.getString("by_hat") == null
                        ? null
                        : new PurgeView.Certificate(
                                r.getString("by_hat"),
                                Objects.requireNonNull(Sql.instant(r, "approved_at")),
                                EventId.of(r.getBytes("by_event")).toString(),
                                r.getLong("events"),
                                r.getObject("first_idx", Long.class),
                                r.getObject("last_idx", Long.class),
                                HexFormat.of().formatHex(r.getBytes("digest"))));
    }
}
