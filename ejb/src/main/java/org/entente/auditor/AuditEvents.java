package org.entente.auditor;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.entente.audit.EventId;
import org.entente.audit.OpeningRow;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.log.Field;
import org.entente.log.Owed;
import org.entente.world.Sql;
import org.entente.world.Unreachable;
import org.jspecify.annotations.Nullable;

/** The record, as far as it concerns the auditor's organisation. */
@Stateless
public class AuditEvents {
    public static final int MOST_ON_A_PAGE = 200;

    @Inject
    private Gate gate;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    private record Line(UUID id, EventView view) {}

    @Operation(Action.LIST_EVENTS)
    public EventPage list(EventFilter filter, int limit, @Nullable String after) {
        if (limit < 1 || limit > MOST_ON_A_PAGE) {
            throw Refused.malformed("limit", "limit", "LIMIT", "A page has 1 to " + MOST_ON_A_PAGE + " items.");
        }
        Scope scope = Scope.of(gate.hat(), gate.moment());
        List<String> where = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        where.add(scope.events());
        restrict(filter, where, values, scope.own());
        if (after != null && !after.isBlank()) {
            where.add("o.position < (SELECT position FROM audit_opening WHERE event_id = ?)");
            values.add(place(after));
        }
        String sql = OpeningRow.SELECT + " WHERE " + String.join(" AND ", where) + " ORDER BY o.position DESC LIMIT "
                + (limit + 1);
        try (Connection c = database.getConnection()) {
            List<Line> lines = Sql.rows(c, sql, r -> line(r, scope), values.toArray());
            gate.notes(filter + " count=" + Math.min(limit, lines.size()));
            boolean more = lines.size() > limit;
            List<Line> shown = more ? lines.subList(0, limit) : lines;
            return new EventPage(
                    shown.stream().map(Line::view).toList(),
                    more ? shown.getLast().id().toString() : null);
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }

    /** One event as this auditor may see it, and where it stands in the log; for whom it does not concern there is none. */
    @Operation(Action.SEE_EVENT)
    public EventFile see(String event) {
        gate.asked(event);
        Scope scope = Scope.of(gate.hat(), gate.moment());
        return Sql.on(
                        database,
                        c -> Sql.rows(
                                c,
                                OpeningRow.SELECT + " WHERE o.event_id = ? AND " + scope.events(),
                                r -> {
                                    Long index = r.getObject("idx", Long.class);
                                    EventView view = line(r, scope).view();
                                    return new EventFile(
                                            view,
                                            index,
                                            index != null
                                                    && index < published(c)
                                                    && view.differing().isEmpty());
                                },
                                EventId.bytes(event)))
                .stream()
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private static long published(Connection c) throws SQLException {
        return Sql.rows(c, "SELECT COALESCE(MAX(size), 0) FROM log_publication", r -> r.getLong(1))
                .getFirst();
    }

    /** {@code own} is the auditor's organisation: of others' people they may not ask by name; null for the joint auditor. */
    private static void restrict(
            EventFilter filter, List<String> where, List<@Nullable Object> values, @Nullable String own) {
        equal("o.object", filter.product(), where, values);
        equal("o.person", filter.person(), where, values);
        if (filter.person() != null && own != null) {
            equal("o.actor_org", own, where, values);
        }
        equal("o.actor_org", filter.organisation(), where, values);
        equal("o.action", filter.action(), where, values);
        equal("o.outcome", filter.outcome(), where, values);
        if (filter.from() != null) {
            where.add("o.occurred_at >= ?");
            values.add(filter.from());
        }
        if (filter.to() != null) {
            where.add("o.occurred_at < ?");
            values.add(filter.to());
        }
    }

    private static void equal(
            String column, @Nullable String value, List<String> where, List<@Nullable Object> values) {
        if (value == null || value.isBlank()) {
            return;
        }
        if (value.chars().allMatch(c -> c > ' ' && c < 127)) {
            where.add(column + " = ?");
            values.add(value);
        } else {
            // codes are ASCII: nothing is called that
            where.add("1 = 0");
        }
    }

    /** What is owed to the auditor's organisation of it, and of that only what is still what was sealed (AUD-02). */
    private static Line line(ResultSet r, Scope scope) throws SQLException {
        OpeningRow row = OpeningRow.read(r);
        Set<Field> differing = row.differing();
        return new Line(row.event(), view(row, scope.slot(), differing, r));
    }

    private static EventView view(OpeningRow row, int slot, Set<Field> differing, ResultSet r) throws SQLException {
        Function<Field, @Nullable String> shown = field -> differing.contains(field) ? null : row.value(field, slot);
        boolean reasonsKept = Owed.has(row.owed(slot), Field.REASONS);
        return new EventView(
                row.event().toString(),
                Objects.requireNonNull(Sql.instant(r, "occurred_at")),
                r.getString("action"),
                r.getString("outcome"),
                r.getString("actor_org"),
                words(shown.apply(Field.ROLES)),
                shown.apply(Field.PERSON),
                shown.apply(Field.HAT),
                shown.apply(Field.MISSION),
                shown.apply(Field.OBJECT),
                shown.apply(Field.OBJECT_VERSION),
                shown.apply(Field.MARKING),
                shown.apply(Field.DECISION),
                // what is hidden is denied as what is not there is
                !reasonsKept && row.value(Field.REASONS) != null
                        ? List.of("not-found")
                        : words(shown.apply(Field.REASONS)),
                shown.apply(Field.PURPOSE),
                shown.apply(Field.DETAIL),
                HexFormat.of().formatHex(r.getBytes("policy_hash")),
                differing.stream().map(Field::column).toList());
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static byte[] place(String cursor) {
        byte[] event = EventId.bytes(cursor);
        if (event.length == 0) {
            throw Refused.malformed("cursor", "after", "CURSOR", "This is no place in the record.");
        }
        return event;
    }
}
