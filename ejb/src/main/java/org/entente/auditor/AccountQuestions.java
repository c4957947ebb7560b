package org.entente.auditor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.entente.auditor.AccessQuestions.row;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.gate.Action;
import org.entente.identity.Assignment;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.identity.Residual;
import org.entente.marking.Level;
import org.entente.marking.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Whether those who may do something still should; answered from hats, and from events on them. */
final class AccountQuestions {
    private AccountQuestions() {}

    /** A clearance or a briefing: of one scheme the later ones take the place of the earlier. */
    private record Held(String kind, String subject, String scheme, Interval during) {
        List<String> of() {
            return List.of(kind, scheme);
        }

        @Nullable
        Instant overAt(Instant now) {
            Instant to = during.to();
            return to != null && !to.isAfter(now) ? to : null;
        }
    }

    /** What a live hat had in a scheme and has no longer, not at any level. */
    static List<List<@Nullable Object>> expiredStanding(AuditQuestions.Enquiry e) {
        Instant now = e.scope().now();
        List<List<@Nullable Object>> expired = new ArrayList<>();
        for (Hat hat : e.scope().hats()) {
            if (!hat.liveAt(now)) {
                continue;
            }
            held(hat, e.scope()).collect(groupingBy(Held::of, LinkedHashMap::new, toList())).values().stream()
                    .filter(all -> all.stream().noneMatch(one -> one.during.contains(now)))
                    .flatMap(all -> all.stream()
                            .filter(one -> one.overAt(now) != null)
                            .max(Comparator.comparing(one -> Objects.requireNonNull(one.overAt(now))))
                            .stream())
                    .map(last ->
                            row(hat.id(), hat.person(), hat.organisation(), last.kind, last.subject, last.overAt(now)))
                    .forEach(expired::add);
        }
        return expired.stream().limit(e.most()).toList();
    }

    private static Stream<Held> held(Hat hat, Scope scope) {
        Vocabulary words = scope.moment().world().policy().world().vocabulary();
        return Stream.concat(
                hat.clearances().stream().map(c -> {
                    Level level = words.levelByCode(c.level());
                    return new Held("CLEARANCE", c.level(), level == null ? "" : level.scheme(), c.during());
                }),
                hat.briefings().stream().map(b -> new Held("BRIEFING", b.scheme(), b.scheme(), b.during())));
    }

    /** In which nobody did anything for so long, whatever else its bearer did; one that has only begun is not asleep. */
    static List<List<@Nullable Object>> dormant(AuditQuestions.Enquiry e) throws SQLException {
        Instant now = e.scope().now();
        Instant since = now.minus(Duration.ofDays(e.days()));
        List<List<@Nullable Object>> dormant = new ArrayList<>();
        for (Hat hat : e.scope().hats()) {
            if (dormant.size() < e.most() && hat.liveAt(now) && begun(hat, now).isBefore(since)) {
                Instant last = rows(
                                e.connection(),
                                "SELECT o.occurred_at FROM audit_opening o WHERE o.person = ? AND o.hat = ?"
                                        + " ORDER BY o.position DESC LIMIT 1",
                                r -> Objects.requireNonNull(instant(r, "occurred_at")),
                                hat.person(),
                                hat.id())
                        .stream()
                        .findFirst()
                        .orElse(null);
                if (last == null || last.isBefore(since)) {
                    dormant.add(row(hat.id(), hat.person(), hat.organisation(), last));
                }
            }
        }
        return dormant;
    }

    /** Since when it has been live without a break; one assignment may follow another. */
    private static Instant begun(Hat hat, Instant live) {
        Instant begun = hat.assignments().stream()
                .map(Assignment::during)
                .filter(during -> during.contains(live) || live.equals(during.to()))
                .map(during -> during.from() == null ? Instant.MIN : during.from())
                .min(Comparator.naturalOrder())
                .orElse(live);
        return begun.isBefore(live) ? begun(hat, begun) : begun;
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
                        + ") AND " + e.scope().events() + e.during("o.occurred_at")
                        + " ORDER BY o.position DESC LIMIT " + e.most(),
                r -> row(
                        instant(r, "occurred_at"),
                        r.getString("action"),
                        r.getString("actor_org"),
                        e.scope().person(r, "actor_org", "person"),
                        r.getString("object"),
                        e.scope().person(r, "actor_org", "detail")),
                e.values());
    }
}
