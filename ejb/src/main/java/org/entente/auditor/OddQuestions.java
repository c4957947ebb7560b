package org.entente.auditor;

import static org.entente.auditor.AccessQuestions.OPENED;
import static org.entente.auditor.AccessQuestions.row;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.audit.EventId;
import org.jspecify.annotations.Nullable;

/** What was odd about what was opened: how much, when and where, and under which arrangement. */
final class OddQuestions {
    private static final int FEWEST_IN_BULK = 10;
    private static final int TIMES_THE_USUAL = 3;
    private static final int DAY_BEGINS = 5;
    private static final int DAY_ENDS = 22;

    /** Row by row in the order of events; without the conversion the database reads products first, and all events of each. */
    private static final String PRODUCT =
            " JOIN product p ON p.number = CONVERT(o.object USING ascii) COLLATE ascii_bin ";

    private OddQuestions() {}

    /** A person's day, and what was opened on it. */
    private record Day(String organisation, @Nullable String person, String day) {}

    /**
     * Far more on a day than the median of all days, which those who do it every day do not move. Counted here and not by the
     * database, which takes three times as long over distinct objects of a million events.
     */
    static List<List<@Nullable Object>> bulk(AuditQuestions.Enquiry e) throws SQLException {
        Map<Day, Set<String>> days = new HashMap<>();
        rows(
                e.connection(),
                "SELECT o.actor_org, o.person, DATE(o.occurred_at) day, o.object FROM audit_opening o WHERE " + OPENED
                        + " AND o.object IS NOT NULL AND " + e.scope().events() + e.during("o.occurred_at"),
                r -> days.computeIfAbsent(new Day(r.getString(1), r.getString(2), r.getString(3)), d -> new HashSet<>())
                        .add(r.getString(4)),
                e.values());
        double usual =
                median(days.values().stream().mapToInt(Set::size).sorted().toArray());
        return days.entrySet().stream()
                .filter(d ->
                        d.getValue().size() >= FEWEST_IN_BULK && d.getValue().size() > TIMES_THE_USUAL * usual)
                .sorted(Comparator.comparingInt(d -> -d.getValue().size()))
                .limit(e.most())
                .map(d -> row(
                        d.getKey().organisation,
                        e.scope().isOwn(d.getKey().organisation) ? d.getKey().person : null,
                        d.getKey().day,
                        d.getValue().size(),
                        usual))
                .toList();
    }

    private static double median(int[] sorted) {
        int last = sorted.length - 1;
        return last < 0 ? 0 : (sorted[last / 2] + sorted[last - last / 2]) / 2.0;
    }

    /**
     * Opened at night, or about a mission on which the hat was not. On which missions other organisations' people are is not told,
     * so neither is that this is none of them.
     */
    static List<List<@Nullable Object>> unusual(AuditQuestions.Enquiry e) throws SQLException {
        String area = "(" + e.scope().oneOf("o.actor_org")
                + " AND p.mission IS NOT NULL AND FIND_IN_SET(p.mission, REPLACE(COALESCE(o.mission, ''), ' ', ',')) = 0)";
        String hours = "(HOUR(o.occurred_at) < " + DAY_BEGINS + " OR HOUR(o.occurred_at) >= " + DAY_ENDS + ")";
        return rows(
                e.connection(),
                "SELECT o.occurred_at, o.actor_org, o.person, o.hat, o.object, p.mission, o.mission hat_missions, "
                        + area + " area, " + hours + " hours FROM audit_opening o" + PRODUCT + "WHERE " + OPENED
                        + " AND " + e.scope().events() + e.during("o.occurred_at") + " AND ("
                        + area + " OR " + hours + ") ORDER BY o.position DESC LIMIT " + e.most(),
                r -> row(
                        instant(r, "occurred_at"),
                        r.getString("actor_org"),
                        e.scope().person(r, "actor_org", "person"),
                        e.scope().person(r, "actor_org", "hat"),
                        r.getString("object"),
                        r.getString("mission"),
                        e.scope().person(r, "actor_org", "hat_missions"),
                        r.getBoolean("area") ? r.getBoolean("hours") ? "AREA HOURS" : "AREA" : "HOURS"),
                e.values());
    }

    /** Something that was opened abroad, and the world in which that was decided. */
    private record Abroad(
            Instant at,
            String object,
            String originator,
            String organisation,
            String marking,
            @Nullable String mission,
            String event,
            String world) {}

    /** Classified, opened abroad, and covered by no arrangement of then: none for that level, mission and control was in force. */
    static List<List<@Nullable Object>> withoutArrangement(AuditQuestions.Enquiry e) throws SQLException {
        List<Abroad> abroad = rows(
                e.connection(),
                "SELECT o.occurred_at, o.object, o.originator, o.actor_org, o.marking, p.mission, o.event_id, o.policy_hash"
                        + " FROM audit_opening o LEFT" + PRODUCT + "WHERE " + OPENED
                        + " AND o.actor_org <> o.originator AND o.marking IS NOT NULL AND "
                        + e.scope().events()
                        + e.during("o.occurred_at") + " ORDER BY o.position",
                r -> new Abroad(
                        Objects.requireNonNull(instant(r, "occurred_at")),
                        r.getString("object"),
                        r.getString("originator"),
                        r.getString("actor_org"),
                        r.getString("marking"),
                        r.getString("mission"),
                        EventId.of(r.getBytes("event_id")).toString(),
                        HexFormat.of().formatHex(r.getBytes("policy_hash"))),
                e.values());
        Arranged arranged =
                new Arranged(e.connection(), e.scope().moment().world().policy().world());
        return abroad.reversed().stream()
                .filter(o -> !arranged.covers(o.world, o.originator, o.organisation, o.marking, o.mission, o.at))
                .limit(e.most())
                .map(o -> row(o.at, o.object, o.originator, o.organisation, o.marking, o.event))
                .toList();
    }
}
