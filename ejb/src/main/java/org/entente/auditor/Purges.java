package org.entente.auditor;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.entente.audit.Eraser;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Disposition of old events (AUD-13): after the life of their product and ten years, what they tell of persons may go. A security
 * officer orders it, an auditor of the same organisation approves it with a second factor, and a certificate stays. It is the one way
 * to erase, and it never reaches acts of those two persons, nor orders and approvals of purges. Records, places and proofs stay.
 */
@Stateless
public class Purges {
    static final int YEARS = 10;

    private static final int LONGEST = 4_000;

    @Inject
    private Gate gate;

    @Inject
    private PurgeRows purges;

    @Inject
    private Event<Eraser.Ordered> ordered;

    @Operation(Action.ORDER_PURGE)
    public PurgeView order(@Nullable Instant before, @Nullable String reason) {
        Hat hat = gate.hat();
        gate.asked(hat.organisation());
        Instant now = gate.moment().now();
        Objections objections = new Objections();
        if (before == null || before.isAfter(oldest(now))) {
            objections.add("before", "AUD-13", "Only what is older than " + YEARS + " years may be purged.");
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            objections.add("reason", "AUD-13", "Say on what ground, in 1 to " + LONGEST + " characters.");
        }
        objections.throwIfAny("objections", "Nothing is purged.");
        if (before == null || reason == null) {
            throw new IllegalStateException("objected to above");
        }
        PurgeRows.Order order = new PurgeRows.Order(
                Numbers.draw("PRG"), hat.organisation(), before, reason.strip(), hat.person(), hat.id(), now, null);
        purges.add(order);
        gate.decideOwn(order.number(), hat.organisation(), null, true);
        gate.notes("purge of events before " + before);
        return view(order, hat, now);
    }

    private static Instant oldest(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minusYears(YEARS).toInstant();
    }

    /** The organisation's own, with what each would reach or has reached; the joint auditor sees all. */
    @Operation(Action.LIST_PURGES)
    public List<PurgeView> list() {
        Hat hat = gate.hat();
        gate.notes("purges");
        Instant now = gate.moment().now();
        List<PurgeRows.Order> orders = hat.has(Role.JOINT_AUDITOR)
                ? purges.orders("TRUE")
                : purges.orders("o.organisation = ?", hat.organisation());
        return orders.stream().map(o -> view(o, hat, now)).toList();
    }

    @Operation(value = Action.APPROVE_PURGE, secondFactor = true)
    public PurgeView approve(String number) {
        gate.asked(number);
        Hat hat = gate.hat();
        PurgeRows.Order order =
                purges.orders("o.number = ?", number).stream().findFirst().orElseThrow(Refused::notFound);
        gate.decideOwn(number, hat.organisation(), null, order.organisation().equals(hat.organisation()));
        Instant now = gate.moment().now();
        if (order.person().equals(hat.person())) {
            throw Refused.forbidden("separation-of-duties", "Nobody approves a purge that they ordered.", "AUD-13");
        }
        if (order.certificate() != null) {
            throw Refused.wrongState("This purge is done.", "AUD-13");
        }
        if (order.before().isAfter(oldest(now))) {
            throw Refused.wrongState("Only what is older than " + YEARS + " years may be purged.", "AUD-13");
        }
        purges.approve(order, hat.person(), hat.id(), now, gate.eventId());
        PurgeView done = view(purges.orders("o.number = ?", number).getFirst(), hat, now);
        gate.notes("purge of events before " + order.before() + " " + done.certificate());
        ordered.fire(new Eraser.Ordered());
        return done;
    }

    private PurgeView view(PurgeRows.Order order, Hat hat, Instant now) {
        boolean waits = order.certificate() == null;
        return new PurgeView(
                order.number(),
                order.organisation(),
                order.before(),
                order.reason(),
                order.hat(),
                order.orderedAt(),
                waits ? purges.reached(order, hat.person()) : null,
                waits && approvable(order, hat, now),
                order.certificate());
    }

    static boolean approvable(PurgeRows.Order order, Hat hat, Instant now) {
        return order.certificate() == null
                && hat.has(Role.AUDITOR)
                && order.organisation().equals(hat.organisation())
                && !order.person().equals(hat.person())
                && !order.before().isAfter(oldest(now));
    }
}
