package org.entente.release;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.gate.Shown;
import org.entente.identity.Hat;
import org.entente.marking.Vocabulary;
import org.entente.world.WorldChange;
import org.entente.world.WorldChanges;
import org.jspecify.annotations.Nullable;

/**
 * Sharing arrangements: proposed by the giver, agreed by the receiver, suspended and resumed by the giver, ended by either; each
 * change holds from the very next request on. Where the receiver has nobody here, what was agreed on paper is entered by one person
 * of the giver and confirmed by another (CAV-04).
 */
@Stateless
public class Arrangements {
    private static final int LONGEST = 400;

    @Inject
    private Gate gate;

    @Inject
    private ArrangementShelf shelf;

    @Inject
    private WorldChanges world;

    /** An organisation with which something could be arranged, and whether it would agree here or on paper. */
    public record Partner(String organisation, boolean agreesHere) {}

    /** All that one's own organisation is party to. */
    @Operation(Action.LIST_ARRANGEMENTS)
    public List<ArrangementView> list() {
        return shelf.of(gate.hat().organisation()).stream()
                .map(kept -> shown(kept.view()))
                .toList();
    }

    /** Every other organisation that is known here. */
    @Operation(Action.LIST_ARRANGEMENTS)
    public List<Partner> partners() {
        Instant now = gate.moment().now();
        Collection<Hat> hats = gate.moment().world().hats();
        return gate.moment().world().policy().world().organisations().stream()
                .map(o -> o.code())
                .filter(o -> !o.equals(gate.hat().organisation()))
                .map(o -> new Partner(o, ArrangementRules.agreesHere(o, hats, now)))
                .toList();
    }

    /** One to which the acting organisation is party; to all others there is none. */
    @Operation(Action.SEE_ARRANGEMENT)
    public ArrangementView see(String number) {
        return shown(admitted(number).view());
    }

    /** Proposes one; it is a draft until the receiver agrees. */
    @Operation(value = Action.CHANGE_ARRANGEMENT, secondFactor = true)
    public ArrangementView propose(ArrangementOffer offer) {
        return put(offer, null);
    }

    /** Enters one that was agreed on paper with somebody who has nobody here; a draft until another person confirms it. */
    @Operation(Action.ENTER_ARRANGEMENT)
    public ArrangementView enter(ArrangementOffer offer, WrittenAgreement written) {
        return put(offer, written);
    }

    private ArrangementView put(ArrangementOffer offer, @Nullable WrittenAgreement written) {
        Hat hat = gate.hat();
        Instant now = gate.moment().now();
        Collection<Hat> hats = gate.moment().world().hats();
        var facts = gate.moment().world().policy().world();
        Vocabulary words = facts.vocabulary();
        Objections objections = new Objections();
        ArrangementRules.check(offer, hat.organisation(), facts, hats, objections);
        if (written != null) {
            ArrangementRules.check(written, now, objections);
        }
        String receiver = words.organisation(offer.receiver());
        if (receiver != null && ArrangementRules.agreesHere(receiver, hats, now) == (written != null)) {
            objections.add(
                    "receiver",
                    "CAV-04",
                    written != null
                            ? receiver + " has somebody here who agrees; nobody does in its stead."
                            : receiver + " has nobody here who could agree; enter what was agreed in writing.");
        }
        gate.decideOwn("arrangement", hat.organisation(), null, true);
        objections.throwIfAny("invalid-arrangement", "This cannot be arranged.");
        gate.concerns(Objects.requireNonNull(receiver));
        String number = Numbers.draw("ARR");
        WorldChange.ArrangementProposed proposed = new WorldChange.ArrangementProposed(
                number,
                hat.organisation(),
                Objects.requireNonNull(receiver),
                offer.mission() == null ? null : words.mission(offer.mission()),
                Objects.requireNonNull(words.levelByCode(offer.cap())).code(),
                ArrangementRules.inOrder(offer.without()),
                offer.approver(),
                offer.basis().strip(),
                offer.conditions(),
                written == null ? null : written.reference().strip(),
                written == null ? null : written.date(),
                written == null ? null : written.scan(),
                hat.id(),
                hat.person(),
                offer.from(),
                offer.to());
        world.apply(proposed);
        shelf.made(proposed.number());
        ArrangementView draft = find(number);
        gate.notes(proposed.text() + " " + draft.digest());
        return draft;
    }

    /** The receiver's written assurance: it is in force, for exactly the terms that were shown. */
    @Operation(value = Action.CHANGE_ARRANGEMENT, secondFactor = true)
    public ArrangementView agree(String number, @Nullable String seen) {
        ArrangementShelf.Kept before = entered(number, false, true);
        wants(before, ArrangementStatus.DRAFT);
        if (before.view().written() != null) {
            throw Refused.forbidden("not-your-step", "This was agreed on paper; the giver confirms it.", "CAV-04");
        }
        secondPerson(before, Action.CHANGE_ARRANGEMENT);
        gate.saw(Arrangements.shown(number, before.view()), seen);
        return moved(before.view(), ArrangementStatus.IN_FORCE, "agreed");
    }

    /** Another person of the giver has the paper before them and says so: it is in force. */
    @Operation(value = Action.CONFIRM_ARRANGEMENT, secondFactor = true)
    public ArrangementView confirm(String number, @Nullable String seen) {
        ArrangementShelf.Kept before = entered(number, true, false);
        wants(before, ArrangementStatus.DRAFT);
        if (before.view().written() == null) {
            throw Refused.forbidden("not-your-step", "The receiver agrees to this one itself.", "CAV-04");
        }
        secondPerson(before, Action.ENTER_ARRANGEMENT);
        gate.saw(Arrangements.shown(number, before.view()), seen);
        return moved(before.view(), ArrangementStatus.IN_FORCE, "confirmed");
    }

    @Operation(Action.CHANGE_ARRANGEMENT)
    public ArrangementView suspend(String number, String reason) {
        ArrangementShelf.Kept before = entered(number, true, false);
        wants(before, ArrangementStatus.IN_FORCE);
        return moved(before.view(), ArrangementStatus.SUSPENDED, Releases.reasoned(reason));
    }

    /** Lets it be in force again, which opens what was shut: for the terms that were shown. */
    @Operation(value = Action.CHANGE_ARRANGEMENT, secondFactor = true)
    public ArrangementView resume(String number, String reason, @Nullable String seen) {
        ArrangementShelf.Kept before = entered(number, true, false);
        wants(before, ArrangementStatus.SUSPENDED);
        gate.saw(Arrangements.shown(number, before.view()), seen);
        return moved(before.view(), ArrangementStatus.IN_FORCE, Releases.reasoned(reason));
    }

    @Operation(Action.CHANGE_ARRANGEMENT)
    public ArrangementView end(String number, String reason) {
        ArrangementShelf.Kept before = entered(number, true, true);
        if (before.view().status() == ArrangementStatus.ENDED) {
            throw Refused.wrongState("This arrangement is ENDED.", "CAV-04");
        }
        return moved(before.view(), ArrangementStatus.ENDED, Releases.reasoned(reason));
    }

    /** It takes two, also where one wears a hat on each side; and whoever put it forward still may. */
    private void secondPerson(ArrangementShelf.Kept before, Action put) {
        if (gate.hat().person().equals(before.proposer())) {
            throw Refused.forbidden(
                    "separation-of-duties", "Nobody agrees to what they put forward themselves.", "CAV-04", "PKI-09");
        }
        Instant now = gate.moment().now();
        boolean serves = gate.moment().world().hats().stream()
                .anyMatch(h -> h.id().equals(before.proposedBy())
                        && h.liveAt(now)
                        && h.organisation().equals(before.view().giver())
                        && h.roles().stream().anyMatch(put.roles()::contains));
        if (!serves) {
            throw Refused.wrongState("Who put this forward may not any more; it is put forward anew.", "CAV-04");
        }
    }

    private ArrangementShelf.Kept admitted(String number) {
        gate.asked(number);
        ArrangementShelf.Kept kept = shelf.find(number);
        if (kept == null) {
            throw Refused.notFound();
        }
        String own = gate.hat().organisation();
        ArrangementView view = kept.view();
        gate.decideOwn(number, view.giver(), null, own.equals(view.giver()) || own.equals(view.receiver()));
        gate.concerns(view.receiver());
        return kept;
    }

    /** For a change that these sides may make. */
    private ArrangementShelf.Kept entered(String number, boolean giver, boolean receiver) {
        admitted(number);
        ArrangementShelf.Kept kept = shelf.lock(number);
        String own = gate.hat().organisation();
        boolean may = (giver && own.equals(kept.view().giver()))
                || (receiver && own.equals(kept.view().receiver()));
        if (!may) {
            throw Refused.forbidden("not-your-step", "This is for the other side of the arrangement.", "CAV-04");
        }
        return kept;
    }

    private static void wants(ArrangementShelf.Kept kept, ArrangementStatus wanted) {
        if (kept.view().status() != wanted) {
            throw Refused.wrongState("This arrangement is " + kept.view().status() + ".", "CAV-04");
        }
    }

    private ArrangementView moved(ArrangementView before, ArrangementStatus next, String why) {
        WorldChange moved = new WorldChange.ArrangementMoved(
                before.number(),
                next.name(),
                why.length() > LONGEST ? why.substring(0, LONGEST) : why,
                next == ArrangementStatus.IN_FORCE ? gate.hat().id() : null);
        world.apply(moved);
        shelf.made(before.number());
        gate.notes(before.status() + " " + moved.text() + " " + before.digest());
        return find(before.number());
    }

    private ArrangementView find(String number) {
        return shown(Objects.requireNonNull(shelf.find(number)).view());
    }

    private ArrangementView shown(ArrangementView view) {
        return view.sealed(gate.seal(shown(view.number(), view)));
    }

    private static Shown shown(String number, ArrangementView view) {
        return Shown.of(number).with("terms", view.digest()).with("status", view.status());
    }
}
