package org.entente.release;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.world.WorldChange;
import org.entente.world.WorldChanges;
import org.jspecify.annotations.Nullable;

/** Human rights due diligence: what is known of the forces that a release would support (PKI-11). */
@Stateless
public class DueDiligence {
    private static final int LONGEST = 4_000;

    @Inject
    private Gate gate;

    @Inject
    private Forces forces;

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private Progress progress;

    @Inject
    private WorldChanges world;

    @Operation(Action.LIST_FORCES)
    public List<ForceView> forces() {
        return forces.all(gate.hat().organisation());
    }

    /** Records a review; HIGH risk lets nothing go unless something is done about it. */
    @Operation(Action.REVIEW_FORCE)
    public ForceView review(
            String force, String risk, @Nullable String mitigation, @Nullable Instant from, @Nullable Instant to) {
        ForceView known = known(force);
        Objections objections = new Objections();
        Risk level = objections.word(Risk.class, risk, "risk", "PKI-11");
        if (risk.isBlank()) {
            objections.add("risk", "PKI-11", "A review states the risk.");
        }
        if (mitigation != null && mitigation.length() > LONGEST) {
            objections.add("mitigation", "PKI-11", "This can have at most " + LONGEST + " characters.");
        }
        Instant begins = from == null ? gate.moment().now() : from;
        if (to != null && !to.isAfter(begins)) {
            objections.add("to", "PKI-11", "A review ends after it begins.");
        }
        objections.throwIfAny("invalid-review", "The review cannot be recorded like this.");
        if (known.flaggedAt() != null) {
            // it may open again what a flag has shut
            gate.wantsSecondFactor();
        }
        forces.review(
                gate.hat().organisation(),
                force,
                java.util.Objects.requireNonNull(level),
                mitigation == null || mitigation.isBlank() ? null : mitigation.strip(),
                gate.hat().id(),
                begins,
                to);
        gate.concerns(known.organisation());
        ForceView reviewed = known(force);
        if (!reviewed.unmitigated()) {
            Instant now = gate.moment().now();
            world.apply(
                    new WorldChange.ForceCleared(gate.hat().organisation(), force, begins.isAfter(now) ? begins : now));
        }
        gate.notes("review " + risk);
        return reviewed;
    }

    /**
     * Grave violations have come to light: every release to that partner ends within this one act, and what came to it by any other
     * way is barred from it until a new review lets it be supported again (PKI-11).
     */
    @Operation(Action.FLAG_FORCE)
    public ForceView flag(String force, String reason) {
        ForceView known = known(force);
        String why = Releases.reasoned(reason);
        String own = gate.hat().organisation();
        Instant now = gate.moment().now();
        forces.flag(own, force, now, why);
        if (!known.organisation().equals(own)) {
            world.apply(new WorldChange.ForceBarred(own, force, known.organisation(), now));
        }
        int suspended = 0;
        for (ReleaseRequest release : shelf.openTo(known.organisation(), own)) {
            progress.suspended(release, known.organisation(), "PKI-11 " + force);
            shelf.moved(release);
            suspended++;
        }
        gate.concerns(known.organisation());
        gate.notes("flag; releases suspended=" + suspended);
        return known(force);
    }

    private ForceView known(String force) {
        gate.asked(force);
        ForceView known = forces.all(gate.hat().organisation()).stream()
                .filter(f -> f.code().equals(force))
                .findFirst()
                .orElseThrow(Refused::notFound);
        gate.decideOwn(force, gate.hat().organisation(), null, true);
        return known;
    }
}
