package org.entente.product;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.access.Outcome;
import org.entente.access.Unit;
import org.entente.access.World;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.idempotency.Once;
import org.entente.identity.Hat;
import org.entente.world.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of an organisation lets another have. Two units of one mission are two producers: serving in the mission is a
 * reason to ask, and an officer of the organisation says for each product whom it reaches (PKI-14).
 */
@Stateless
public class Units {
    private static final int LONGEST_REASON = 4_000;

    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Review review;

    @Inject
    private Dissemination dissemination;

    @Inject
    private Once once;

    /**
     * Hands a product to those who are in another unit now; who joins it later asks anew. By an officer who reads all of it and is
     * not its author, for a reason. 404 for what is not their own or not for them, 409 {@code wrong-state} where all of the unit
     * have it, 422 for a unit that is none of theirs or made it.
     *
     * @param seen the seal over what the officer was shown
     * @return the hats that got it
     */
    @Operation(value = Action.HAND_TO_UNIT, secondFactor = true)
    public List<String> hand(
            String number, String unit, String reason, @Nullable String seen, @Nullable String idempotencyKey) {
        return once.answer(
                idempotencyKey,
                "hand " + number + " to unit " + unit + reason,
                hats -> String.join(" ", hats),
                text -> List.of(text.split(" ")),
                () -> handed(number, unit, reason, seen));
    }

    private List<String> handed(String number, String unit, String reason, @Nullable String seen) {
        gate.asked(number);
        Product product = shelf.find(number);
        if (product == null) {
            throw Refused.notFound();
        }
        shelf.lock(product);
        Hat officer = gate.hat();
        Version version = shelf.newest(product);
        boolean theirs = product.originator().equals(officer.organisation())
                && product.state() == ProductState.PUBLISHED
                && review.known(product)
                && review.readable(product, version) == Outcome.PERMIT;
        gate.decideOwn(number, product.originator(), version.marking(), theirs);
        if (product.isBy(officer)) {
            throw Refused.forbidden("separation-of-duties", "Its author does not say who else gets it.", "PKI-09");
        }
        gate.saw(review.shown(product, version), seen);
        Moment moment = gate.moment();
        World world = moment.world().policy().world();
        Objections objections = new Objections();
        Unit to = world.units().stream()
                .filter(one -> one.code().equals(unit) && one.organisation().equals(product.originator()))
                .findFirst()
                .orElse(null);
        if (product.unit() == null) {
            objections.add("unit", "PKI-14", "No unit made it: it is the whole organisation's.");
        } else if (to == null || unit.equals(product.unit())) {
            objections.add("unit", "PKI-14", "'" + unit + "' is no other unit of " + product.originator() + ".");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            objections.add("reason", "PKI-14", "Say in at most " + LONGEST_REASON + " characters what for.");
        }
        objections.throwIfAny("invalid-handing", "It is handed to nobody like that.");
        Set<String> hats = moment.world().hats().stream()
                .filter(hat -> hat.liveAt(moment.now()))
                .filter(hat -> world.unitsOf(product.originator(), hat.posts()).contains(to)
                        && hat.organisation().equals(product.originator()))
                .map(Hat::id)
                .filter(hat -> !dissemination.of(product).reach(product.originator(), hat, moment.now()))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        if (hats.isEmpty()) {
            throw Refused.wrongState("Everybody of " + unit + " has it.", "PKI-14");
        }
        dissemination.hand(product, product.originator(), hats, moment.now(), null);
        shelf.changed(product);
        gate.notesVersion(version.number(), version.marking());
        gate.notes("to " + String.join(" ", hats) + " of " + unit + ": " + reason.strip());
        return List.copyOf(hats);
    }

    /** The unit that makes what a hat files; null if it belongs to none. A hat of several says nothing about whose it is. */
    static @Nullable String of(Hat hat, World world) {
        List<String> own = world.unitsOf(hat.organisation(), hat.posts()).stream()
                .map(Unit::code)
                .toList();
        if (own.size() > 1) {
            throw Refused.objected(
                    "invalid-filing",
                    "unit",
                    "PKI-14",
                    "This hat belongs to several units: " + String.join(", ", own) + ".");
        }
        return own.isEmpty() ? null : own.getFirst();
    }
}
