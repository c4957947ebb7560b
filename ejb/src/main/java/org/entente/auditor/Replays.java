package org.entente.auditor;

import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.entente.access.Decision;
import org.entente.access.Grounds;
import org.entente.access.Reason;
import org.entente.access.World;
import org.entente.audit.EventId;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Why was this allowed on 3 July at 10:05? Answered by deciding again, under the rules and in the world of then (AUD-06). */
@Stateless
public class Replays {
    private static final Set<String> REASONS =
            Arrays.stream(Reason.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    @Inject
    private Gate gate;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    private record Recorded(
            Instant at,
            byte[] policy,
            String actor,
            @Nullable String originator,
            @Nullable String decision,
            List<String> reasons,
            @Nullable String hat,
            @Nullable String product,
            @Nullable String world) {}

    @Operation(Action.REPLAY_DECISION)
    public Replay replay(String event) {
        gate.asked(event);
        Scope scope = Scope.of(gate.hat(), gate.moment());
        Recorded recorded = Sql.on(database, c -> recorded(c, scope, event));
        String decision = recorded.decision;
        if (decision == null || recorded.hat == null || recorded.product == null || recorded.world == null) {
            throw Refused.wrongState("No decision on a product stands behind this event.", "AUD-06");
        }
        boolean ownActor = scope.isOwn(recorded.actor);
        boolean mayKnow =
                scope.isOwn(recorded.originator) || !Set.of("HIDDEN", "NO_HAT").contains(decision);
        if (!mayKnow) {
            throw Refused.wrongState("No decision on a product stands behind this event.", "AUD-06");
        }
        Decision again = Grounds.of(recorded.hat, recorded.product).decide(World.of(recorded.world), recorded.at);
        List<String> reasons = again.reasons().stream().map(Enum::name).toList();
        return new Replay(
                event,
                recorded.at,
                HexFormat.of().formatHex(recorded.policy),
                decision,
                recorded.reasons,
                again.outcome().name(),
                reasons,
                decision.equals(again.outcome().name()) && recorded.reasons.equals(reasons),
                ownActor ? recorded.hat : null,
                // who else has it stands in there
                scope.isOwn(recorded.originator) ? recorded.product : null);
    }

    private static Recorded recorded(Connection c, Scope scope, String event) throws SQLException {
        List<Recorded> found = rows(
                c,
                "SELECT o.occurred_at, o.policy_hash, o.actor_org, o.originator, o.decision, o.reasons,"
                        + " (SELECT g.text FROM decision_ground g WHERE g.digest = UNHEX(o.hat_ground)) hat_text,"
                        + " (SELECT g.text FROM decision_ground g WHERE g.digest = UNHEX(o.object_ground)) product_text,"
                        + " (SELECT w.document FROM world_version w WHERE w.hash = o.policy_hash LIMIT 1) world_text"
                        + " FROM audit_opening o WHERE o.event_id = ? AND " + scope.events(),
                Replays::recorded,
                EventId.bytes(event));
        if (found.isEmpty()) {
            throw Refused.notFound();
        }
        return found.getFirst();
    }

    private static Recorded recorded(ResultSet r) throws SQLException {
        String reasons = r.getString("reasons");
        return new Recorded(
                Objects.requireNonNull(instant(r, "occurred_at")),
                r.getBytes("policy_hash"),
                r.getString("actor_org"),
                r.getString("originator"),
                r.getString("decision"),
                reasons == null
                        ? List.of()
                        : Arrays.stream(reasons.split(" "))
                                .filter(REASONS::contains)
                                .sorted()
                                .toList(),
                r.getString("hat_text"),
                r.getString("product_text"),
                r.getString("world_text"));
    }
}
