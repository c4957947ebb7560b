package org.entente.registry;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/** The books of one's own organisation. */
@Stateless
public class Registers {
    private static final int MOST = 10_000;
    private static final Duration USUAL = Duration.ofDays(366);

    @Inject
    private Gate gate;

    @Inject
    private Register register;

    /** The entries of a stretch of time; without one, of the last year. The joint auditor names whose. */
    @Operation(Action.SEE_REGISTER)
    public List<RegisterEntry> entries(
            @Nullable String registry, @Nullable Direction direction, @Nullable Instant from, @Nullable Instant to) {
        Hat hat = gate.hat();
        String whose = registry == null ? hat.organisation() : registry;
        if (!gate.moment().world().knows(whose)
                || (!whose.equals(hat.organisation()) && !hat.has(Role.JOINT_AUDITOR))) {
            throw Refused.forbidden(
                    "not-your-registry", "A registry shows its book to its own organisation.", "ORG-01");
        }
        gate.concerns(whose);
        Instant now = gate.moment().now().plusMillis(1);
        Instant end = to == null || to.isAfter(now) ? now : to;
        List<RegisterEntry> entries =
                register.entries(whose, direction, from == null ? end.minus(USUAL) : from, end, MOST);
        gate.notes("register of " + whose + " entries=" + entries.size());
        return entries;
    }
}
