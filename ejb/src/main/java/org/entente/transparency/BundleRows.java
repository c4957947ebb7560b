package org.entente.transparency;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.access.Reason;
import org.entente.audit.EventId;
import org.entente.gate.Action;
import org.entente.json.JsonLine;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** What the tables have beside the records of a range, as far as one auditor may see it. */
record BundleRows(Connection connection, Reader reader, long from, long to) {
    /** The fields' columns in the order of their numbers, which start at 1. */
    private static final List<String> FIELDS = List.of(
            "person",
            "hat",
            "roles",
            "mission",
            "session",
            "address",
            "object",
            "object_version",
            "originator",
            "marking",
            "decision",
            "reasons",
            "purpose",
            "detail",
            "hat_ground",
            "object_ground");

    private static final int SALT = 32;
    private static final int HAT_GROUND = 15;
    private static final int OBJECT_GROUND = 16;
    private static final int DECISIONS = 500;
    private static final Set<String> REASONS =
            Arrays.stream(Reason.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private interface Line {
        JsonLine of(ResultSet row) throws SQLException;
    }

    void writeTo(BundleFile bundle) throws SQLException, IOException {
        openings(bundle);
        lines(
                bundle,
                "erasures.jsonl",
                "SELECT e.event_id, e.field, e.by_event FROM opening_erasure e JOIN log_entry a ON a.event_id = e.event_id"
                        + " JOIN log_entry b ON b.event_id = e.by_event JOIN audit_opening o ON o.event_id = e.event_id"
                        + " WHERE a.idx >= ? AND b.idx < ? AND (o.subject_orgs & ?) <> 0",
                r -> new JsonLine()
                        .put("event", event(r, "event_id"))
                        .put("field", r.getLong("field"))
                        .put("by", event(r, "by_event")),
                from,
                to,
                reader.bit());
        bundle.put(
                "receipts-types.json",
                Arrays.stream(Action.values())
                        .filter(a -> a.receipted() != null)
                        .map(a -> Integer.toString(a.number()))
                        .collect(Collectors.joining(", ", "[", "]\n")));
        lines(
                bundle,
                "receipts.jsonl",
                "SELECT q.event_id, q.type, q.what, IF((o.subject_orgs & ?) <> 0, q.reference, '-') reference FROM receipt q"
                        + " JOIN log_entry e ON e.event_id = q.event_id JOIN audit_opening o ON o.event_id = q.event_id"
                        + " WHERE e.idx >= ? AND e.idx < ? ORDER BY e.idx",
                r -> new JsonLine()
                        .put("event", event(r, "event_id"))
                        .put("type", r.getLong("type"))
                        .put("what", r.getString("what"))
                        .put("ref", r.getString("reference")),
                reader.bit(),
                from,
                to);
        if (reader.joint()) {
            decisions(bundle);
        }
    }

    private void openings(BundleFile bundle) throws SQLException, IOException {
        bundle.begin("openings.jsonl");
        try (PreparedStatement query = connection.prepareStatement("SELECT o.* FROM log_entry e JOIN audit_opening o"
                + " ON o.event_id = e.event_id WHERE e.idx >= ? AND e.idx < ? AND (? OR (o.subject_orgs & ?) <> 0)"
                + " ORDER BY e.idx")) {
            query.setLong(1, from);
            query.setLong(2, to);
            // the joint auditor also sees what the platform did by itself, which concerns nobody
            query.setBoolean(3, reader.joint());
            query.setInt(4, reader.bit());
            query.setFetchSize(1_000);
            try (ResultSet r = query.executeQuery()) {
                while (r.next()) {
                    opened(bundle, r);
                }
            }
        }
        bundle.end();
    }

    private void opened(BundleFile bundle, ResultSet r) throws SQLException, IOException {
        String event = event(r, "event_id");
        byte[] salts = r.getBytes("salts");
        for (int i = 0; i < FIELDS.size(); i++) {
            String value = r.getString(FIELDS.get(i));
            boolean open = reader.opens(
                    FIELDS.get(i), r.getString("actor_org"), r.getString("originator"), r.getString("decision"));
            if (value != null && open) {
                bundle.line(new JsonLine()
                        .put("event", event)
                        .put("field", i + 1)
                        .put("salt", salt(salts, i + 1))
                        .put("value", value)
                        .toString());
            }
        }
    }

    /** A sample of decisions with everything that it takes to take them again. */
    private void decisions(BundleFile bundle) throws SQLException, IOException {
        Set<String> worlds = new TreeSet<>();
        lines(
                bundle,
                "decisions.jsonl",
                "SELECT o.*, h.text hat_text, p.text product_text FROM log_entry e JOIN audit_opening o"
                        + " ON o.event_id = e.event_id JOIN decision_ground h ON h.digest = UNHEX(o.hat_ground)"
                        + " JOIN decision_ground p ON p.digest = UNHEX(o.object_ground)"
                        + " WHERE e.idx >= ? AND e.idx < ? AND o.decision IS NOT NULL ORDER BY e.idx DESC LIMIT "
                        + DECISIONS,
                r -> {
                    String world = HexFormat.of().formatHex(r.getBytes("policy_hash"));
                    worlds.add(world);
                    byte[] salts = r.getBytes("salts");
                    return new JsonLine()
                            .put("event", event(r, "event_id"))
                            .put("world", world)
                            .put("at", String.valueOf(Sql.instant(r, "occurred_at")))
                            .put("hat", r.getString("hat_text"))
                            .put("hatSalt", salt(salts, HAT_GROUND))
                            .put("product", r.getString("product_text"))
                            .put("productSalt", salt(salts, OBJECT_GROUND))
                            .put("outcome", r.getString("decision"))
                            .put("reasons", reasons(r.getString("reasons")));
                },
                from,
                to);
        for (String world : worlds) {
            for (String text : Sql.rows(
                    connection,
                    "SELECT document FROM world_version WHERE hash = ? LIMIT 1",
                    r -> r.getString(1),
                    HexFormat.of().parseHex(world))) {
                bundle.put("worlds/" + world + ".txt", text);
            }
        }
    }

    private void lines(BundleFile bundle, String name, String sql, Line line, Object... parameters)
            throws SQLException, IOException {
        bundle.begin(name);
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    bundle.line(line.of(row).toString());
                }
            }
        }
        bundle.end();
    }

    private static List<String> reasons(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .filter(REASONS::contains)
                        .sorted()
                        .toList();
    }

    private static String salt(byte[] salts, int field) {
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(salts, SALT * (field - 1), SALT * field));
    }

    private static String event(ResultSet row, String column) throws SQLException {
        return EventId.of(row.getBytes(column)).toString();
    }
}
