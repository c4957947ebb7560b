package org.entente.auditor;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Access over time: how much was opened and how much denied, day by day, as far as it concerns the auditor. */
@Stateless
public class AccessTimes {
    /** More days are no picture any more. */
    public static final int MOST_DAYS = 366;

    private static final Duration USUAL = Duration.ofDays(29);

    @Inject
    private Gate gate;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** Every day of a span, also those on which nothing happened; the last thirty where nobody says which. */
    @Operation(Action.SEE_ACCESS)
    public List<AccessDay> days(
            @Nullable String product, @Nullable String person, @Nullable Instant from, @Nullable Instant to) {
        Scope scope = Scope.of(gate.hat(), gate.moment());
        Instant end = to == null ? scope.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS) : to;
        LocalDate last = day(end.minusMillis(1));
        LocalDate first =
                from == null ? day(last.atStartOfDay().toInstant(ZoneOffset.UTC).minus(USUAL)) : day(from);
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw Refused.malformed("range", "from", "AUD-07", "A picture has 1 to " + MOST_DAYS + " days.");
        }
        gate.notes("access product=" + product + " person=" + person + " " + first + " to " + last);
        TreeMap<LocalDate, AccessDay> days = new TreeMap<>();
        first.datesUntil(last.plusDays(1)).forEach(d -> days.put(d, new AccessDay(d, 0, 0)));
        Sql.on(database, c -> counted(c, scope, product, person, first, last)).forEach(d -> days.put(d.day(), d));
        return List.copyOf(days.values());
    }

    private static List<AccessDay> counted(
            Connection c,
            Scope scope,
            @Nullable String product,
            @Nullable String person,
            LocalDate first,
            LocalDate last)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(scope.events()).append(" AND o.occurred_at >= ? AND o.occurred_at < ?");
        values.add(first.atStartOfDay().toInstant(ZoneOffset.UTC));
        values.add(last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        if (product != null) {
            where.append(" AND o.object = ?");
            values.add(product);
        }
        if (person != null) {
            // of other organisations' people nobody asks by name
            where.append(" AND o.person = ? AND ").append(scope.oneOf("o.actor_org"));
            values.add(person);
        }
        return rows(
                c,
                "SELECT DATE(o.occurred_at) day, SUM(" + AccessQuestions.OPENED
                        + ") opened, SUM(o.outcome = 'DENY') denied" + " FROM audit_opening o WHERE " + where
                        + " GROUP BY day ORDER BY day",
                r -> new AccessDay(
                        Objects.requireNonNull(r.getObject("day", LocalDate.class)),
                        r.getLong("opened"),
                        r.getLong("denied")),
                values.toArray());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
