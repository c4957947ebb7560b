package org.entente.auditor;

import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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
import org.entente.audit.OpeningRow;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.log.Field;
import org.entente.log.Hashes;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Why was this allowed on 3 July at 10:05? Answered by deciding again, under the rules and in the world of then (AUD-06). */
@Stateless
public class Replays {
    private static final Set<String> REASONS =
            Arrays.stream(Reason.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /** The text of a world by its hash, which is in every record. */
    static final String WORLD = "SELECT document FROM world_version WHERE hash = UNHEX(?) LIMIT 1";

    @Inject
    private Gate gate;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** What stands behind one decision; a text is there only if it is still the one that was sealed. */
    private record Recorded(
            OpeningRow row,
            Instant at,
            @Nullable String hat,
            @Nullable String product,
            @Nullable String world) {}

    @Operation(Action.REPLAY_DECISION)
    public Replay replay(String event) {
        gate.asked(event);
        Scope scope = Scope.of(gate.hat(), gate.moment());
        Recorded recorded = Sql.on(database, c -> recorded(c, scope, event));
        String decision = recorded.row.value(Field.DECISION, scope.slot());
        if (decision == null || recorded.row.value(Field.OBJECT_GROUND) == null) {
            throw Refused.wrongState("No decision on a product stands behind this event.", "AUD-06");
        }
        if (recorded.hat == null
                || recorded.product == null
                || recorded.world == null
                || !recorded.row.differing().isEmpty()) {
            throw Refused.wrongState(
                    "What this decision rested on is no longer what the record was sealed over.", "AUD-02");
        }
        Decision again = Grounds.of(recorded.hat, recorded.product).decide(World.of(recorded.world), recorded.at);
        List<String> then = decided(recorded.row.value(Field.REASONS, scope.slot()));
        List<String> reasons = again.reasons().stream().map(Enum::name).toList();
        return new Replay(
                event,
                recorded.at,
                Objects.requireNonNull(recorded.row.value(Field.POLICY)),
                decision,
                then,
                again.outcome().name(),
                reasons,
                decision.equals(again.outcome().name()) && then.equals(reasons),
                recorded.row.value(Field.HAT_GROUND, scope.slot()) == null ? null : recorded.hat,
                recorded.row.value(Field.OBJECT_GROUND, scope.slot()) == null ? null : recorded.product);
    }

    private static Recorded recorded(Connection c, Scope scope, String event) throws SQLException {
        return rows(
                        c,
                        OpeningRow.SELECT + " WHERE o.event_id = ? AND " + scope.events(),
                        r -> recorded(c, r),
                        EventId.bytes(event))
                .stream()
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private static Recorded recorded(Connection c, ResultSet r) throws SQLException {
        OpeningRow row = OpeningRow.read(r);
        return new Recorded(
                row,
                Objects.requireNonNull(instant(r, "occurred_at")),
                text(c, "SELECT text FROM decision_ground WHERE digest = UNHEX(?)", row.value(Field.HAT_GROUND)),
                text(c, "SELECT text FROM decision_ground WHERE digest = UNHEX(?)", row.value(Field.OBJECT_GROUND)),
                text(c, WORLD, row.value(Field.POLICY)));
    }

    /** A text that is kept under its digest, if it is still that one. */
    static @Nullable String text(Connection c, String sql, @Nullable String digest) throws SQLException {
        return rows(c, sql, r -> r.getString(1), digest).stream()
                .filter(text -> HexFormat.of()
                        .formatHex(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)))
                        .equals(digest))
                .findFirst()
                .orElse(null);
    }

    /** The reasons of the decision among all that were recorded, as the policy answers them. */
    private static List<String> decided(@Nullable String reasons) {
        return reasons == null
                ? List.of()
                : Arrays.stream(reasons.split(" "))
                        .filter(REASONS::contains)
                        .sorted()
                        .toList();
    }
}
