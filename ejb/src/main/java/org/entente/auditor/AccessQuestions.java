package org.entente.auditor;

import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.marking.Level;
import org.jspecify.annotations.Nullable;

/** Who opened what, and who was denied it; answered from the openings of events. */
final class AccessQuestions {
    /** Content left: a product that was read, a document that was taken. */
    static final String OPENED = "o.action IN ('READ_PRODUCT', 'READ_DOCUMENT') AND o.outcome = 'PERMIT'";

    private AccessQuestions() {}

    static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
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

    /** A purpose stands in the record where such words were opened and nowhere else, be it to read or to label them (CAV-14). */
    static List<List<@Nullable Object>> sensitive(AuditQuestions.Enquiry e) throws SQLException {
        Map<List<@Nullable Object>, Times> opens = new LinkedHashMap<>();
        rows(
                e.connection(),
                "SELECT o.object, o.purpose, o.actor_org, o.person, " + TIMES
                        + " FROM audit_opening o WHERE o.outcome = 'PERMIT'"
                        + " AND o.purpose IS NOT NULL AND " + e.scope().events() + e.during("o.occurred_at")
                        + " GROUP BY o.object, o.purpose, o.actor_org, o.person ORDER BY last DESC",
                r -> opens.merge(
                        row(
                                r.getString("object"),
                                r.getString("purpose"),
                                r.getString("actor_org"),
                                e.scope().person(r, "actor_org", "person")),
                        Times.of(r),
                        Times::and),
                e.values());
        return opens.entrySet().stream()
                .limit(e.most())
                .map(o -> {
                    List<@Nullable Object> row = new ArrayList<>(o.getKey());
                    row.addAll(List.of(o.getValue().count, o.getValue().first, o.getValue().last));
                    return row;
                })
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
