package org.entente.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.entente.access.Decision;
import org.entente.access.Outcome;
import org.entente.audit.Appender;
import org.entente.audit.NotCosigned;
import org.entente.audit.Ticket;
import org.entente.identity.Hat;
import org.entente.log.Leaf;
import org.entente.world.Moment;
import org.entente.world.Person;
import org.jspecify.annotations.Nullable;

/** What a feature asks while it is inside the door: who acts, what is decided on this object, what the record should say. */
@ApplicationScoped
public class Gate {
    @Inject
    private Caller caller;

    @Inject
    private Appender appender;

    @Inject
    private Seals seals;

    public Moment moment() {
        return caller.visit().moment;
    }

    /** The acting hat; only inside an operation that needs one. */
    public Hat hat() {
        return Objects.requireNonNull(caller.visit().hat, "this operation has no acting hat");
    }

    public Person person() {
        return Objects.requireNonNull(caller.visit().person, "the platform itself is calling");
    }

    /** The hat that acts, if it is clear which. */
    public @Nullable Hat hatIfClear() {
        return caller.visit().hat;
    }

    /** The restriction for lists: asking for it is the decision of a list. */
    public Sight sight() {
        caller.visit().decided = true;
        Moment moment = moment();
        return new Sight(
                hat(), moment.world().policy(), moment.now(), moment.world().version());
    }

    /** The access decision on one published product; noted for the record. */
    public Decision decide(Shared product, boolean acknowledged) {
        Visit visit = caller.visit();
        Decision decision = sight().decide(product, acknowledged);
        visit.isAbout(product.number(), product.originator(), product.marking());
        visit.grounds = product.grounds(hat(), acknowledged);
        visit.decision = decision.outcome().name();
        visit.because(Sight.names(decision));
        return decision;
    }

    /**
     * The decision on something that is not yet, or no longer, shared: only its own organisation has a say in it.
     *
     * @param mayKnow whether this hat may know that it exists; if not, the answer is that of nothing there
     */
    public void decideOwn(String object, String originator, @Nullable String marking, boolean mayKnow) {
        Visit visit = caller.visit();
        visit.decided = true;
        visit.isAbout(object, originator, marking);
        if (!mayKnow) {
            visit.decision = Outcome.HIDDEN.name();
            visit.because(List.of("NOT_PUBLISHED"));
            throw Refused.notFound();
        }
    }

    /** Names what was asked for although there is nothing there; the record of it looks like any other. */
    public void asked(@Nullable String object) {
        caller.visit().object = object;
        caller.visit().decided = true;
    }

    /**
     * Where only some cases of an operation are grave, as letting go is and refusing is not: only for somebody who used a second
     * factor just now. Asked before the object is looked at, or once it is clear that the caller knows of it, so that the answer
     * says nothing of what is there.
     */
    public void wantsSecondFactor() {
        caller.visit().provedStrongly();
    }

    /** What the acting hat saw, to come back with what it decides on it. */
    public String seal(Shown shown) {
        return seals.seal(shown, hat().id());
    }

    /**
     * What was seen is what is decided: refuses an act on anything but what the acting hat was shown. Asked with the object's row
     * held, after it is clear that the hat may know of it, so that the answer says nothing to others.
     *
     * @param seal as it was given with what was shown, or several with a comma between; null if the caller gave none
     */
    public void saw(Shown shown, @Nullable String seal) {
        if (seal == null) {
            throw new Refused(new Refusal.SeenNeeded());
        }
        if (!seals.wellFormed(seal)) {
            throw Refused.malformed(
                    "malformed", "If-Match", "SYNTAX", "If-Match holds the ETag as this platform gave it.");
        }
        List<String> changed = seals.changed(shown, hat().id(), seal);
        if (!changed.isEmpty()) {
            throw new Refused(new Refusal.ChangedMeanwhile(changed));
        }
    }

    public void notes(String detail) {
        caller.visit().detail = detail;
    }

    /** For what it is opened; part of the record (CAV-14). */
    public void opensFor(String purpose) {
        caller.visit().purpose = purpose;
    }

    public void notesVersion(int version, @Nullable String marking) {
        caller.visit().objectVersion = Integer.toString(version);
        caller.visit().marking = marking;
    }

    /**
     * Says what will be opened, before the record of it is made: everything, for what is not said is not opened.
     *
     * @param ordinal of a portion, from 1; 0 is the title
     */
    public void opens(String originator, String number, int version, int ordinal) {
        Visit visit = caller.visit();
        visit.opened.add(visit.moment.world().logBit(originator), number, version, ordinal);
    }

    public void concerns(String organisation) {
        caller.visit().concerns(organisation);
    }

    /** The answer says that there is something, and keeps its content back: in the record a denial (AUD-07). */
    public void keepsContentBack() {
        caller.visit().outcome = Leaf.Outcome.DENY;
    }

    /** Makes the record of this read durable now, so that content may be opened against it. */
    public Ticket recorded() {
        Visit visit = caller.visit();
        if (visit.action.changes() || visit.recorded) {
            throw new IllegalStateException("only a read is recorded before it ends, and once");
        }
        visit.takesPart();
        visit.recording = true;
        visit.opens = visit.outcome == Leaf.Outcome.PERMIT;
        try {
            Ticket ticket = appender.append(visit.event(visit.outcome));
            visit.recorded = true;
            return ticket;
        } catch (NotCosigned durable) {
            visit.recorded = true;
            throw durable;
        }
    }

    public String eventId() {
        return caller.visit().eventId.toString();
    }
}
