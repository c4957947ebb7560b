package org.entente.auditor;

import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.audit.EventId;
import org.entente.marking.Level;
import org.jspecify.annotations.Nullable;

/** Who opened what, and what was odd about it; answered from the openings of events. */
final class AccessQuestions {
    /** Content left: a product that was read, a document that was taken. */
    static final String OPENED = "o.action IN ('READ_PRODUCT', 'READ_DOCUMENT') AND o.outcome = 'PERMIT'";

    private static final int FEWEST_IN_BULK = 10;
    private static final int DAY_BEGINS = 5;
    private static final int DAY_ENDS = 22;

    private AccessQuestions() {}

    static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static String span(AuditQuestions.Enquiry e) {
        return (e.from() == null ? "" : " AND o.occurred_at >= ?")
                + (e.asked().to() == null ? "" : " AND o.occurred_at < ?");
    }

    private static @Nullable Object[] spanned(AuditQuestions.Enquiry e, @Nullable Object... first) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(first));
        if (e.from() != null) {
            all.add(e.from());
        }
        if (e.asked().to() != null) {
            all.add(e.asked().to());
        }
        return all.toArray();
    }

    /** Rows that say the same once other organisations' people have lost their names are one row. */
    private record Reader(
            String organisation,
            @Nullable String roles,
            @Nullable String hat,
            @Nullable String person,
            @Nullable String purpose) {}

    private record Times(long count, Instant first, Instant last) {
        Times and(Times other) {
            return new Times(
                    count + other.count,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }

        static Times of(ResultSet r) throws SQLException {
            return new Times(
                    r.getLong("opens"),
                    Objects.requireNonNull(instant(r, "first")),
                    Objects.requireNonNull(instant(r, "last")));
        }
    }

    private static final String TIMES = "COUNT(*) opens, MIN(o.occurred_at) first, MAX(o.occurred_at) last";

    static List<List<@Nullable Object>> whoOpened(AuditQuestions.Enquiry e) throws SQLException {
        Map<Reader, Times> readers = new LinkedHashMap<>();
        rows(
                e.connection(),
                "SELECT o.actor_org, o.roles, o.hat, o.person, o.purpose, " + TIMES + " FROM audit_opening o WHERE "
                        + OPENED + " AND o.object = ? AND " + e.scope().events()
                        + " GROUP BY o.actor_org, o.roles, o.hat, o.person, o.purpose ORDER BY last DESC",
                r -> readers.merge(
                        new Reader(
                                r.getString("actor_org"),
                                r.getString("roles"),
                                e.scope().person(r, "actor_org", "hat"),
                                e.scope().person(r, "actor_org", "person"),
                                r.getString("purpose")),
                        Times.of(r),
                        Times::and),
                e.asked().product());
        return readers.entrySet().stream()
                .limit(e.most())
                .map(t -> row(
                        t.getKey().organisation,
                        t.getKey().roles,
                        t.getKey().hat,
                        t.getKey().person,
                        t.getKey().purpose,
                        t.getValue().count,
                        t.getValue().first,
                        t.getValue().last))
                .toList();
    }

    /** Of other organisations' people nobody may ask by name, even about one's own products. */
    private static String named(AuditQuestions.Enquiry e) {
        return "o.person = ? AND " + e.scope().oneOf("o.actor_org");
    }

    static List<List<@Nullable Object>> openedBy(AuditQuestions.Enquiry e) throws SQLException {
        return rows(
                e.connection(),
                "SELECT o.object, o.originator, o.marking, " + TIMES + " FROM audit_opening o WHERE " + OPENED + " AND "
                        + named(e) + " GROUP BY o.object, o.originator, o.marking ORDER BY last DESC LIMIT " + e.most(),
                r -> {
                    Times times = Times.of(r);
                    return row(
                            r.getString("object"),
                            r.getString("originator"),
                            r.getString("marking"),
                            times.count,
                            times.first,
                            times.last);
                },
                e.asked().person());
    }

    static List<List<@Nullable Object>> denials(AuditQuestions.Enquiry e) throws SQLException {
        Map<String, Times> reasons = new LinkedHashMap<>();
        rows(
                e.connection(),
                "SELECT o.reasons, o.decision, o.originator, " + TIMES
                        + " FROM audit_opening o WHERE o.outcome = 'DENY' AND " + named(e)
                        + " GROUP BY o.reasons, o.decision, o.originator",
                r -> {
                    Times times = Times.of(r);
                    for (String reason : told(e.scope(), r)) {
                        reasons.merge(reason, times, Times::and);
                    }
                    return times;
                },
                e.asked().person());
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Times>comparingByValue(
                                Comparator.comparingLong(Times::count).reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(e.most())
                .map(r -> row(r.getKey(), r.getValue().count, r.getValue().first, r.getValue().last))
                .toList();
    }

    /** Why another organisation hid its product from one's officer is that organisation's to know. */
    private static List<String> told(Scope scope, ResultSet r) throws SQLException {
        String decision = r.getString("decision");
        boolean hidden = "HIDDEN".equals(decision) || "NO_HAT".equals(decision);
        String reasons = r.getString("reasons");
        return (hidden && !scope.isOwn(r.getString("originator"))) || reasons == null || reasons.isEmpty()
                ? List.of("not-found")
                : List.of(reasons.split(" "));
    }

    /** A person's day, and what was opened on it. */
    private record Day(String organisation, @Nullable String person, String day) {}

    /** Counted here and not by the database, which takes three times as long over distinct objects of a million events. */
    static List<List<@Nullable Object>> bulk(AuditQuestions.Enquiry e) throws SQLException {
        Map<Day, Set<String>> days = new HashMap<>();
        rows(
                e.connection(),
                "SELECT o.actor_org, o.person, DATE(o.occurred_at) day, o.object FROM audit_opening o WHERE " + OPENED
                        + " AND o.object IS NOT NULL AND " + e.scope().events() + span(e),
                r -> days.computeIfAbsent(new Day(r.getString(1), r.getString(2), r.getString(3)), d -> new HashSet<>())
                        .add(r.getString(4)),
                spanned(e));
        double mean = days.values().stream().mapToInt(Set::size).average().orElse(0);
        double spread = Math.sqrt(days.values().stream()
                .mapToDouble(d -> (d.size() - mean) * (d.size() - mean))
                .average()
                .orElse(0));
        return days.entrySet().stream()
                .filter(d ->
                        d.getValue().size() >= FEWEST_IN_BULK && d.getValue().size() > mean + 3 * spread)
                .sorted(Comparator.comparingInt(d -> -d.getValue().size()))
                .limit(e.most())
                .map(d -> row(
                        d.getKey().organisation,
                        e.scope().isOwn(d.getKey().organisation) ? d.getKey().person : null,
                        d.getKey().day,
                        d.getValue().size(),
                        Math.round(mean * 10) / 10.0))
                .toList();
    }

    /** Opened at night, or about a mission on which the hat is not. */
    static List<List<@Nullable Object>> unusual(AuditQuestions.Enquiry e) throws SQLException {
        String area =
                "p.mission IS NOT NULL AND FIND_IN_SET(p.mission, REPLACE(COALESCE(o.mission, ''), ' ', ',')) = 0";
        String hours = "(HOUR(o.occurred_at) < " + DAY_BEGINS + " OR HOUR(o.occurred_at) >= " + DAY_ENDS + ")";
        return rows(
                e.connection(),
                "SELECT o.occurred_at, o.actor_org, o.person, o.hat, o.object, p.mission, o.mission hat_missions, "
                        + area + " area, " + hours + " hours FROM audit_opening o JOIN product p ON p.number = o.object"
                        + " WHERE " + OPENED + " AND " + e.scope().events() + span(e) + " AND (" + area + " OR " + hours
                        + ") ORDER BY o.position DESC LIMIT " + e.most(),
                r -> row(
                        instant(r, "occurred_at"),
                        r.getString("actor_org"),
                        e.scope().person(r, "actor_org", "person"),
                        e.scope().person(r, "actor_org", "hat"),
                        r.getString("object"),
                        r.getString("mission"),
                        e.scope().person(r, "actor_org", "hat_missions"),
                        r.getBoolean("area") ? r.getBoolean("hours") ? "AREA HOURS" : "AREA" : "HOURS"),
                spanned(e));
    }

    static List<List<@Nullable Object>> sensitive(AuditQuestions.Enquiry e) throws SQLException {
        Map<List<@Nullable Object>, Times> opens = new LinkedHashMap<>();
        rows(
                e.connection(),
                "SELECT o.object, o.purpose, o.actor_org, o.person, " + TIMES + " FROM audit_opening o WHERE " + OPENED
                        + " AND o.purpose IS NOT NULL AND " + e.scope().events() + span(e)
                        + " GROUP BY o.object, o.purpose, o.actor_org, o.person ORDER BY last DESC",
                r -> opens.merge(
                        row(
                                r.getString("object"),
                                r.getString("purpose"),
                                r.getString("actor_org"),
                                e.scope().person(r, "actor_org", "person")),
                        Times.of(r),
                        Times::and),
                spanned(e));
        return opens.entrySet().stream()
                .limit(e.most())
                .map(o -> {
                    List<@Nullable Object> row = new ArrayList<>(o.getKey());
                    row.addAll(List.of(o.getValue().count, o.getValue().first, o.getValue().last));
                    return row;
                })
                .toList();
    }

    /** Classified and opened abroad at a time when no arrangement with the reader's organisation was in force. */
    static List<List<@Nullable Object>> withoutArrangement(AuditQuestions.Enquiry e) throws SQLException {
        return rows(
                        e.connection(),
                        "SELECT o.occurred_at, o.object, o.originator, o.actor_org, o.marking, o.event_id"
                                + " FROM audit_opening o WHERE " + OPENED + " AND o.actor_org <> o.originator AND "
                                + e.scope().events() + span(e)
                                + " AND NOT EXISTS (SELECT 1 FROM arrangement a WHERE a.giver = o.originator"
                                + " AND a.receiver = o.actor_org AND (a.valid_from IS NULL OR a.valid_from <= o.occurred_at)"
                                + " AND (a.valid_to IS NULL OR a.valid_to > o.occurred_at)) ORDER BY o.position DESC LIMIT "
                                + 4 * e.most(),
                        r -> row(
                                instant(r, "occurred_at"),
                                r.getString("object"),
                                r.getString("originator"),
                                r.getString("actor_org"),
                                r.getString("marking"),
                                EventId.of(r.getBytes("event_id")).toString()),
                        spanned(e))
                .stream()
                .filter(r -> classified(e.scope(), (String) r.get(2), (String) r.get(4)))
                .limit(e.most())
                .toList();
    }

    static boolean classified(Scope scope, @Nullable String originator, @Nullable String marking) {
        if (marking == null || originator == null) {
            return false;
        }
        Level level = scope.moment().world().policy().vocabulary().level(originator, marking);
        return level == null || level.classified();
    }
}
