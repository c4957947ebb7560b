package org.entente.handover;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.entente.product.Circulation;

/**
 * Planners of the successor who look in before the transfer (HND-09). It is a release with an end: asked by the handover officer,
 * judged like any release, approved by the originator's release authority, entered in both books.
 */
@Stateless
public class Overlaps {
    private static final Set<Stage> STAGES =
            EnumSet.of(Stage.AGREED, Stage.INVENTORY_FROZEN, Stage.CONSENTS_OPEN, Stage.READY);

    @Inject
    private Gate gate;

    @Inject
    private PlanPassage passage;

    @Inject
    private OverlapShelf overlaps;

    @Inject
    private Standing standing;

    @Inject
    private Circulation circulation;

    /** Asks that a planner of the successor may read named products of one's own, which one may read oneself. */
    @Operation(Action.GRANT_OVERLAP)
    public List<OverlapView> ask(String number, String hat, List<String> products) {
        Plan plan = passage.change(number, STAGES);
        passage.only(plan, Side.PREDECESSOR);
        Objections objections = new Objections();
        overlaps.window(plan, hat, gate.moment().now(), objections);
        for (String product : products) {
            if (readable(plan, product) == null) {
                objections.add("products", "HND-09", unreadable(plan, product));
            }
        }
        objections.throwIfAny("objections", "Nobody looks in like that.");
        for (String product : products) {
            overlaps.ask(plan, hat, product, gate.hat(), gate.moment().now());
        }
        standing.review(plan);
        gate.notes("asks overlap of " + hat + " for " + String.join(" ", products));
        return overlaps.of(plan);
    }

    /** The release authority lets the planner read this product, until the transfer at the latest. */
    @Operation(value = Action.APPROVE_OVERLAP, secondFactor = true)
    public List<OverlapView> approve(String number, String hat, String product) {
        Plan plan = passage.change(number, STAGES);
        passage.only(plan, Side.PREDECESSOR);
        Circulating held = readable(plan, product);
        OverlapView asked = overlaps.of(plan).stream()
                .filter(o -> o.hat().equals(hat) && o.product().equals(product))
                .findFirst()
                .orElse(null);
        if (held == null || asked == null) {
            throw Refused.notFound();
        }
        gate.decideOwn(product, held.originator(), held.marking(), true);
        gate.concerns(plan.successor());
        if (asked.endedAt() == null && asked.approvedBy() != null) {
            return overlaps.of(plan);
        }
        if (!asked.asked() || plan.suspended()) {
            throw Refused.wrongState("Nobody asks for this now.", "HND-09");
        }
        if (overlaps.askedBy(gate.hat().person(), plan, hat, product)) {
            throw Refused.forbidden("separation-of-duties", "Nobody approves what they asked for.", "HND-09", "PKI-09");
        }
        Objections objections = new Objections();
        overlaps.window(plan, hat, gate.moment().now(), objections);
        overlaps.judged(plan, product, objections);
        objections.throwIfAny("objections", "This planner does not look into it.");
        overlaps.approve(plan, hat, held, gate.hat(), gate.moment().now());
        standing.review(plan);
        gate.notes("overlap of " + hat + " under " + plan.number() + " " + held.marking());
        return overlaps.of(plan);
    }

    /** What the own side has asked and granted; of the other side what is granted and one may know of. */
    @Operation(Action.SEE_HANDOVER)
    public List<OverlapView> overlaps(String number) {
        Plan plan = passage.see(number);
        Hat hat = gate.hat();
        boolean own = plan.side(hat) == Side.PREDECESSOR;
        return overlaps.of(plan).stream()
                .filter(o -> own || (o.approvedBy() != null && circulation.mayKnow(o.product(), hat)))
                .toList();
    }

    /** Null for what is not there, is not theirs, is not published or is not for the acting hat to read: the answers are one. */
    private @org.jspecify.annotations.Nullable Circulating readable(Plan plan, String product) {
        Circulating held = circulation.find(product);
        boolean theirs = held != null && held.originator().equals(plan.predecessor()) && held.published();
        return theirs && circulation.mayRead(product, gate.hat()) ? Objects.requireNonNull(held) : null;
    }

    private static String unreadable(Plan plan, String product) {
        return product + " is no published product of " + plan.predecessor() + " that you may read.";
    }
}
