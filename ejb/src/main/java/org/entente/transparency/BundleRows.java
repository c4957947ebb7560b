package org.entente.transparency;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.access.Reason;
import org.entente.audit.EventId;
import org.entente.audit.OpeningRow;
import org.entente.gate.Action;
import org.entente.json.JsonLine;
import org.entente.log.Field;
import org.entente.log.Opened;
import org.entente.log.Owed;
import org.entente.log.Slots;
import org.entente.world.ActRow;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What the tables have beside the records of a range, as far as one auditor is owed it: exactly what the slots say, for the
 * verifier asks for no less.
 *
 * @param slot the auditor's organisation's, or the joint auditor's
 * @param kinds of rows that acts are bound to
 */
record BundleRows(Connection connection, int slot, List<ActRow> kinds, long from, long to) {
    private static final int DECISIONS = 5_000;
    private static final int AT_ONCE = 1_000;
    private static final Set<String> REASONS =
            Arrays.stream(Reason.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /** The events of the range that concern the auditor's organisation, in the order of the log. */
    private static final String CONCERNED =
            " WHERE e.idx >= ? AND e.idx < ? AND (? OR o.subject_orgs & ? <> 0) ORDER BY e.idx";

    private interface Line {
        @Nullable
        JsonLine of(ResultSet row) throws SQLException;
    }

    void writeTo(BundleFile bundle) throws SQLException, IOException {
        bundle.put("shown-to.json", "{\"slot\": " + slot + "}\n");
        events(bundle, "openings.jsonl", BundleRows::openings);
        events(bundle, "slots.jsonl", BundleRows::slots);
        lists(bundle);
        lines(
                bundle,
                "erasures.jsonl",
                "SELECT e.event_id, e.field, e.by_event FROM opening_erasure e JOIN log_entry a ON a.event_id = e.event_id"
                        + " JOIN audit_opening o ON o.event_id = e.event_id"
                        + " WHERE a.idx >= ? AND a.idx < ? AND (? OR o.subject_orgs & ? <> 0) ORDER BY a.idx, e.field",
                r -> new JsonLine()
                        .put("event", event(r, "event_id"))
                        .put("field", r.getLong("field"))
                        .put("by", event(r, "by_event")),
                concerned());
        bundle.put(
                "receipts-types.json",
                Arrays.stream(Action.values())
                        .filter(a -> a.receipted() != null)
                        .map(a -> Integer.toString(a.number()))
                        .collect(Collectors.joining(", ", "[", "]\n")));
        lines(
                bundle,
                "receipts.jsonl",
                "SELECT q.event_id, q.type, q.what, q.reference FROM receipt q"
                        + " JOIN log_entry e ON e.event_id = q.event_id JOIN audit_opening o ON o.event_id = q.event_id"
                        + CONCERNED,
                r -> new JsonLine()
                        .put("event", event(r, "event_id"))
                        .put("type", r.getLong("type"))
                        .put("what", r.getString("what"))
                        .put("ref", r.getString("reference")),
                concerned());
        made(bundle);
        decisions(bundle);
    }

    /** What acts wrote, and the rows that they left as they stand now: for the joint auditor, whom nothing is hidden from. */
    private void made(BundleFile bundle) throws SQLException, IOException {
        if (slot != Slots.JOINT) {
            return;
        }
        lines(
                bundle,
                "made.jsonl",
                "SELECT m.event_id, m.kind, m.row_key, m.digest, m.after FROM act_row m JOIN log_entry e ON e.event_id = m.event_id"
                        + " WHERE e.idx >= ? AND e.idx < ? AND NOT EXISTS (SELECT 1 FROM act_row n WHERE n.event_id = m.event_id"
                        + " AND n.kind = m.kind AND n.row_key = m.row_key AND n.id > m.id) ORDER BY e.idx, m.id",
                r -> new JsonLine()
                        .put("event", event(r, "event_id"))
                        .put("kind", r.getString("kind"))
                        .put("key", r.getString("row_key"))
                        .put("digest", base64(r.getBytes("digest")))
                        .put("after", r.getBytes("after") == null ? "" : event(r, "after")),
                from,
                to);
        bundle.begin("rows.jsonl");
        for (ActRow kind : kinds) {
            String newest = "SELECT MAX(x.id) FROM act_row x WHERE x.kind = '" + kind.kind() + "' AND x.row_key = "
                    + kind.key();
            query(
                    bundle,
                    "SELECT " + kind.key() + " k, " + kind.digest() + " digest, m.event_id FROM " + kind.table()
                            + " t LEFT JOIN act_row m ON m.id = (" + newest + ") WHERE " + kind.which(),
                    r -> new JsonLine()
                            .put("kind", kind.kind())
                            .put("key", r.getString("k"))
                            .put("digest", base64(r.getBytes("digest")))
                            .put("event", r.getBytes("event_id") == null ? "" : event(r, "event_id")));
        }
        bundle.end();
    }

    private Object[] concerned() {
        boolean joint = slot == Slots.JOINT;
        // the joint auditor also sees what the platform did by itself, which concerns nobody
        return new Object[] {from, to, joint, joint ? 0 : 1 << slot};
    }

    private interface Lines {
        List<JsonLine> of(BundleRows rows, OpeningRow event);
    }

    private void events(BundleFile bundle, String name, Lines lines) throws SQLException, IOException {
        bundle.begin(name);
        try (PreparedStatement query = connection.prepareStatement(OpeningRow.SELECT + CONCERNED)) {
            Object[] concerned = concerned();
            for (int i = 0; i < concerned.length; i++) {
                query.setObject(i + 1, concerned[i]);
            }
            query.setFetchSize(AT_ONCE);
            try (ResultSet r = query.executeQuery()) {
                while (r.next()) {
                    for (JsonLine line : lines.of(this, OpeningRow.read(r))) {
                        bundle.line(line.toString());
                    }
                }
            }
        }
        bundle.end();
    }

    private List<JsonLine> openings(OpeningRow row) {
        return Arrays.stream(Field.values())
                .filter(field -> row.value(field, slot) != null)
                .map(field -> new JsonLine()
                        .put("event", row.event().toString())
                        .put("field", field.number())
                        .put("salt", base64(row.salt(field)))
                        .put("value", Objects.requireNonNull(row.value(field))))
                .toList();
    }

    /** One's own slot; the joint auditor is shown everybody's. */
    private List<JsonLine> slots(OpeningRow row) {
        Slots slots = Objects.requireNonNull(row.slots(), "a record of the log has slots");
        return slots.given().stream()
                .filter(given -> slot == Slots.JOINT || given.slot() == slot)
                .map(given -> slots.shown(row.event(), given))
                .map(shown -> new JsonLine()
                        .put("event", row.event().toString())
                        .put("slot", shown.given().slot())
                        .put("count", shown.given().count())
                        .put("owed", HexFormat.of().toHexDigits(shown.given().owed()))
                        .put("salt", base64(shown.salt()))
                        .put(
                                "path",
                                shown.path().stream().map(BundleRows::base64).toList()))
                .toList();
    }

    private void lists(BundleFile bundle) throws SQLException, IOException {
        Map<UUID, TreeMap<Integer, String>> lists = new LinkedHashMap<>();
        Map<UUID, byte[]> seeds = new HashMap<>();
        Map<UUID, Long> owed = new HashMap<>();
        Sql.rows(
                connection,
                "SELECT l.slot, l.list, o.*, e.idx, e.record, e.seed, e.slots, NULL erased FROM audit_opened l"
                        + " JOIN audit_opening o ON o.event_id = l.event_id JOIN log_entry e ON e.event_id = l.event_id"
                        + CONCERNED,
                r -> {
                    OpeningRow row = OpeningRow.read(r);
                    lists.computeIfAbsent(row.event(), e -> new TreeMap<>()).put(r.getInt("slot"), r.getString("list"));
                    seeds.put(row.event(), r.getBytes("opened_seed"));
                    owed.put(row.event(), row.owed(slot));
                    return row.event();
                },
                concerned());
        bundle.begin("opened.jsonl");
        for (Map.Entry<UUID, TreeMap<Integer, String>> one : lists.entrySet()) {
            UUID event = one.getKey();
            Opened opened = new Opened(Objects.requireNonNull(seeds.get(event)), one.getValue());
            for (int whose : one.getValue().keySet()) {
                if ((Objects.requireNonNull(owed.get(event)) & Owed.list(whose)) != 0) {
                    Opened.Shown shown = opened.shown(event, whose);
                    bundle.line(new JsonLine()
                            .put("event", event.toString())
                            .put("slot", whose)
                            .put("salt", base64(shown.salt()))
                            .put("list", shown.list())
                            .put(
                                    "path",
                                    shown.path().stream()
                                            .map(BundleRows::base64)
                                            .toList())
                            .toString());
                }
            }
        }
        bundle.end();
    }

    /** The newest decisions with everything that it takes to take them again, where this auditor is owed both grounds. */
    private void decisions(BundleFile bundle) throws SQLException, IOException {
        Set<String> worlds = new TreeSet<>();
        lines(
                bundle,
                "decisions.jsonl",
                OpeningRow.SELECT.replace(
                                " FROM audit_opening o",
                                ", h.text hat_text, p.text product_text FROM audit_opening o"
                                        + " JOIN decision_ground h ON h.digest = UNHEX(o.hat_ground)"
                                        + " JOIN decision_ground p ON p.digest = UNHEX(o.object_ground)")
                        + CONCERNED + " DESC LIMIT " + DECISIONS,
                r -> {
                    OpeningRow row = OpeningRow.read(r);
                    String decision = row.value(Field.DECISION, slot);
                    if (decision == null
                            || row.value(Field.HAT_GROUND, slot) == null
                            || row.value(Field.OBJECT_GROUND, slot) == null) {
                        return null;
                    }
                    String world = Objects.requireNonNull(row.value(Field.POLICY));
                    worlds.add(world);
                    return new JsonLine()
                            .put("event", row.event().toString())
                            .put("world", world)
                            .put("worldSalt", base64(row.salt(Field.POLICY)))
                            .put("at", String.valueOf(Sql.instant(r, "occurred_at")))
                            .put("atSalt", base64(row.salt(Field.OCCURRED)))
                            .put("hat", r.getString("hat_text"))
                            .put("hatSalt", base64(row.salt(Field.HAT_GROUND)))
                            .put("product", r.getString("product_text"))
                            .put("productSalt", base64(row.salt(Field.OBJECT_GROUND)))
                            .put("outcome", decision)
                            .put("reasons", reasons(row.value(Field.REASONS, slot)));
                },
                concerned());
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
        query(bundle, sql, line, parameters);
        bundle.end();
    }

    private void query(BundleFile bundle, String sql, Line line, Object... parameters)
            throws SQLException, IOException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    JsonLine text = line.of(row);
                    if (text != null) {
                        bundle.line(text.toString());
                    }
                }
            }
        }
    }

    private static List<String> reasons(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .filter(REASONS::contains)
                        .sorted()
                        .toList();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String event(ResultSet row, String column) throws SQLException {
        return EventId.of(row.getBytes(column)).toString();
    }
}
