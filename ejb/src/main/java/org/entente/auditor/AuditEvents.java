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
import java.util.UUID;
import javax.sql.DataSource;
import org.entente.audit.EventId;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
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
        Hat hat = gate.hat();
        boolean joint = hat.has(Role.JOINT_AUDITOR);
        List<String> where = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        if (!joint) {
            where.add("subject_orgs & ? <> 0");
            values.add(1 << gate.moment().world().logBit(hat.organisation()));
        }
        restrict(filter, where, values, joint ? null : hat.organisation());
        if (after != null && !after.isBlank()) {
            where.add("position < (SELECT position FROM audit_opening WHERE event_id = ?)");
            values.add(place(after));
        }
        String sql = "SELECT * FROM audit_opening"
                + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where))
                + " ORDER BY position DESC LIMIT " + (limit + 1);
        try (Connection c = database.getConnection()) {
            List<Line> lines = Sql.rows(c, sql, r -> line(r, joint ? null : hat.organisation()), values.toArray());
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
                                "SELECT o.*, e.idx, (SELECT MAX(size) FROM log_publication) published FROM audit_opening o"
                                        + " LEFT JOIN log_entry e ON e.event_id = o.event_id WHERE o.event_id = ? AND "
                                        + scope.events(),
                                r -> {
                                    Long index = r.getObject("idx", Long.class);
                                    return new EventFile(
                                            line(r, scope.own()).view(),
                                            index,
                                            index != null && index < r.getLong("published"));
                                },
                                EventId.bytes(event)))
                .stream()
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    /** {@code own} is the auditor's organisation: of others' people they may not ask by name; null for the joint auditor. */
    private static void restrict(
            EventFilter filter, List<String> where, List<@Nullable Object> values, @Nullable String own) {
        equal("object", filter.product(), where, values);
        equal("person", filter.person(), where, values);
        if (filter.person() != null && own != null) {
            equal("actor_org", own, where, values);
        }
        equal("actor_org", filter.organisation(), where, values);
        equal("action", filter.action(), where, values);
        equal("outcome", filter.outcome(), where, values);
        if (filter.from() != null) {
            where.add("occurred_at >= ?");
            values.add(filter.from());
        }
        if (filter.to() != null) {
            where.add("occurred_at < ?");
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

    private Line line(ResultSet r, @Nullable String auditor) throws SQLException {
        UUID event = EventId.of(r.getBytes("event_id"));
        String actor = r.getString("actor_org");
        boolean ownActor = auditor == null || actor.equals(auditor);
        String marking = r.getString("marking");
        String decision = r.getString("decision");
        boolean hiddenElsewhere = auditor != null && !ownProduct(r, auditor) && hidden(decision);
        List<String> reasons = words(r.getString("reasons"));
        return new Line(
                event,
                new EventView(
                        event.toString(),
                        Objects.requireNonNull(Sql.instant(r, "occurred_at")),
                        r.getString("action"),
                        r.getString("outcome"),
                        actor,
                        words(r.getString("roles")),
                        ownActor ? r.getString("person") : null,
                        ownActor ? r.getString("hat") : null,
                        ownActor ? r.getString("mission") : null,
                        r.getString("object"),
                        hiddenElsewhere ? null : r.getString("object_version"),
                        hiddenElsewhere ? null : marking,
                        hiddenElsewhere ? null : decision,
                        hiddenElsewhere ? List.of("not-found") : reasons,
                        r.getString("purpose"),
                        ownActor ? r.getString("detail") : null,
                        HexFormat.of().formatHex(r.getBytes("policy_hash"))));
    }

    private static boolean hidden(@Nullable String decision) {
        return "HIDDEN".equals(decision) || "NO_HAT".equals(decision);
    }

    /** Whether the event is about a product of the auditor's own organisation, whoever acted. */
    private boolean ownProduct(ResultSet r, String auditor) throws SQLException {
        int bit = 1 << gate.moment().world().logBit(auditor);
        String actor = r.getString("actor_org");
        boolean concerned = (r.getInt("subject_orgs") & bit) != 0;
        return concerned && (!actor.equals(auditor) || Objects.equals(r.getString("originator"), auditor));
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
