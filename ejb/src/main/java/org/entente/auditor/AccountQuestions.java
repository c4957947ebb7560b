package org.entente.auditor;

import static org.entente.auditor.AccessQuestions.row;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.gate.Action;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.identity.Residual;
import org.jspecify.annotations.Nullable;

/** Whether those who may do something still should; answered from hats, and from events on them. */
final class AccountQuestions {
    private AccountQuestions() {}

    static List<List<@Nullable Object>> expiredStanding(AuditQuestions.Enquiry e) {
        Instant now = e.scope().now();
        List<List<@Nullable Object>> expired = new ArrayList<>();
        for (Hat hat : e.scope().hats()) {
            if (hat.liveAt(now)) {
                ended(hat, "CLEARANCE", hat.clearances(), c -> c.level(), c -> c.during(), now, expired);
                ended(hat, "BRIEFING", hat.briefings(), b -> b.scheme(), b -> b.during(), now, expired);
            }
        }
        return expired.stream().limit(e.most()).toList();
    }

    /** A row if all that the hat ever had of a kind is over. */
    private static <T> void ended(
            Hat hat,
            String kind,
            List<T> held,
            Function<T, String> subject,
            Function<T, Interval> during,
            Instant now,
            List<List<@Nullable Object>> expired) {
        boolean over = held.stream().noneMatch(one -> during.apply(one).contains(now))
                && held.stream().anyMatch(one -> isOver(during.apply(one), now));
        if (over) {
            held.stream()
                    .filter(one -> isOver(during.apply(one), now))
                    .max(Comparator.comparing(
                            one -> Objects.requireNonNull(during.apply(one).to())))
                    .ifPresent(last -> expired.add(row(
                            hat.id(),
                            hat.person(),
                            hat.organisation(),
                            kind,
                            subject.apply(last),
                            during.apply(last).to())));
        }
    }

    private static boolean isOver(Interval during, Instant now) {
        Instant to = during.to();
        return to != null && !to.isAfter(now);
    }

    static List<List<@Nullable Object>> dormant(AuditQuestions.Enquiry e) throws SQLException {
        Instant now = e.scope().now();
        Instant since = now.minus(Duration.ofDays(e.days()));
        Map<String, Instant> last = new HashMap<>();
        for (Hat hat : e.scope().hats()) {
            if (hat.liveAt(now) && !last.containsKey(hat.person())) {
                rows(
                        e.connection(),
                        "SELECT o.occurred_at last FROM audit_opening o WHERE o.person = ? ORDER BY o.position DESC LIMIT 1",
                        r -> last.put(hat.person(), Objects.requireNonNull(instant(r, "last"))),
                        hat.person());
            }
        }
        return e.scope().hats().stream()
                .filter(hat -> hat.liveAt(now))
                .filter(hat -> last.getOrDefault(hat.person(), Instant.MIN).isBefore(since))
                .limit(e.most())
                .map(hat -> row(hat.id(), hat.person(), hat.organisation(), last.get(hat.person())))
                .toList();
    }

    static List<List<@Nullable Object>> residual(AuditQuestions.Enquiry e) {
        Instant now = e.scope().now();
        List<List<@Nullable Object>> live = new ArrayList<>();
        for (Hat hat : e.scope().hats()) {
            Residual residual = hat.residual();
            if (residual != null && hat.residualAt(now)) {
                live.add(row(
                        hat.id(),
                        hat.person(),
                        hat.organisation(),
                        residual.mission(),
                        residual.during().from(),
                        residual.during().to()));
            }
        }
        return live.stream().limit(e.most()).toList();
    }

    /** Acts that give somebody authority or take it away. */
    private static final String AUTHORITY = Stream.of(
                    Action.LOAD_WORLD,
                    Action.SUSPEND_HAT,
                    Action.END_HAT,
                    Action.WITHDRAW_CLEARANCE,
                    Action.PROPOSE_APPOINTMENT,
                    Action.PROPOSE_VETTING,
                    Action.PROPOSE_LIFTING,
                    Action.PROPOSE_AUDITOR_SUSPENSION,
                    Action.CONFIRM_PEOPLE_ACT,
                    Action.REFUSE_PEOPLE_ACT,
                    Action.WITHDRAW_PEOPLE_ACT,
                    Action.REHAT,
                    Action.GRANT_RESIDUAL,
                    Action.GRANT_OVERLAP,
                    Action.APPROVE_OVERLAP,
                    Action.EXECUTE_HANDOVER,
                    Action.SETTLE_HANDOVERS,
                    Action.DELEGATE,
                    Action.REVOKE_DELEGATION,
                    Action.ENTER_ARRANGEMENT,
                    Action.CONFIRM_ARRANGEMENT,
                    Action.CHANGE_ARRANGEMENT)
            .map(a -> "'" + a.name() + "'")
            .collect(Collectors.joining(", "));

    static List<List<@Nullable Object>> roleChanges(AuditQuestions.Enquiry e) throws SQLException {
        return rows(
                e.connection(),
                "SELECT o.occurred_at, o.action, o.actor_org, o.person, o.object, o.detail FROM audit_opening o"
                        + " WHERE o.outcome = 'PERMIT' AND o.action IN (" + AUTHORITY
                        + ") AND (? IS NULL OR o.occurred_at >= ?)"
                        + " AND (? IS NULL OR o.occurred_at < ?) AND "
                        + e.scope().events()
                        + " ORDER BY o.position DESC LIMIT " + e.most(),
                r -> row(
                        instant(r, "occurred_at"),
                        r.getString("action"),
                        r.getString("actor_org"),
                        e.scope().person(r, "actor_org", "person"),
                        r.getString("object"),
                        e.scope().person(r, "actor_org", "detail")),
                e.asked().from(),
                e.asked().from(),
                e.asked().to(),
                e.asked().to());
    }
}
