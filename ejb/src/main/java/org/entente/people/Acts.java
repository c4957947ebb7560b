package org.entente.people;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.access.HatRules;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.world.Personnel;
import org.entente.world.WorldChange;
import org.entente.world.WorldChanges;
import org.jspecify.annotations.Nullable;

/** Acts that give somebody a right: those that wait, and what becomes of them. */
@Stateless
public class Acts {
    private static final int MOST = 200;

    @Inject
    private Gate gate;

    @Inject
    private Offices offices;

    @Inject
    private ActStore acts;

    @Inject
    private ActViews views;

    @Inject
    private WorldChanges world;

    @Inject
    private Event<AuditorSuspended> told;

    @Inject
    private Event<ConfirmedForPlan> confirmed;

    /** That an auditor was suspended: all auditors are told of it. */
    public record AuditorSuspended(String act, String hat, String organisation) {}

    /** That a hat of a handover is confirmed for its day. */
    public record ConfirmedForPlan(String act, String plan) {}

    /**
     * Some of an organisation's acts, the newest first.
     *
     * @param total of all that were asked for
     * @param next to go on after these; null at the end
     */
    public record ActPage(
            List<ActView> items, long total, @Nullable String next) {
        public ActPage {
            items = List.copyOf(items);
        }
    }

    /**
     * Acts of one's organisation and those that it proposed for another.
     *
     * @param after number of the act after which to go on
     */
    @Operation(Action.LIST_PEOPLE_ACTS)
    public ActPage list(@Nullable ActState state, @Nullable String after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refused.malformed("limit", "limit", "LIMIT", "'limit' is from 1 to " + MOST + ".");
        }
        String organisation = gate.hat().organisation();
        long before = Long.MAX_VALUE;
        if (after != null) {
            PeopleAct last = acts.find(after);
            if (last == null || !visible(last)) {
                throw Refused.malformed(
                        "malformed", "after", "SYNTAX", "'after' is the number of an act in this list.");
            }
            before = last.id();
        }
        List<PeopleAct> page = acts.page(organisation, state, before, limit + 1);
        List<ActView> shown = page.stream().limit(limit).map(views::of).toList();
        gate.notes("acts count=" + shown.size());
        return new ActPage(
                shown,
                acts.count(organisation, state),
                page.size() > limit ? shown.getLast().number() : null);
    }

    @Operation(Action.SEE_PEOPLE_ACT)
    public ActView find(String number) {
        return views.of(pass(number, acts.find(number)));
    }

    /**
     * Confirms an act in the acting hat's role; with the last confirmation it takes effect, that of a handover on its day.
     * Refused with 409 {@code changed-meanwhile} for a digest that is not that of the act, with 403 for whoever proposed it, is
     * meant by it or has confirmed it already, with 422 where a rule objects by now.
     */
    @Operation(value = Action.CONFIRM_PEOPLE_ACT, secondFactor = true)
    public ActView confirm(String number, String digest) {
        PeopleAct act = waiting(number);
        Hat acting = gate.hat();
        if (!act.digest().equals(digest)) {
            throw new Refused(new Refusal.ChangedMeanwhile(List.of("change")));
        }
        if (act.involves(acting.person())) {
            throw Refused.forbidden(
                    "separation-of-duties",
                    "Who proposes, who confirms and whom it is about are different persons.",
                    "ORG-02");
        }
        // two acts that are right one by one and wrong together come one after the other (ORG-02)
        if (world.held() != gate.moment().world().version()) {
            throw new Refused(new Refusal.ChangedMeanwhile(List.of("world")));
        }
        Role role = ActViews.role(act, acting, gate.moment().world());
        if (role == null) {
            throw Refused.forbidden("not-your-step", "This is for another office to confirm.", "ORG-02");
        }
        Personnel by = gate.moment().world().personnel(act.proposerHat());
        if (by == null
                || by.suspension() != null
                || !by.hat().liveAt(gate.moment().now())
                || act.kind().proposers().stream().noneMatch(by.hat()::has)) {
            throw Refused.wrongState("Whoever proposed this may not any more; it is proposed anew.", "ORG-02");
        }
        Personnel today = act.hat() == null ? null : gate.moment().world().personnel(act.hat());
        if (act.kind() == ActKind.LIFTING && today != null) {
            offices.notSuspendedBy(today, acting);
        }
        Objections objections = new Objections();
        for (HatRules.Objection o : offices.objections(act.kind(), act.organisation(), act.change())) {
            objections.add(o.field(), o.rule(), o.message());
        }
        objections.throwIfAny("objections", "A rule has come to object; it is proposed anew.");
        Instant now = gate.moment().now();
        acts.confirm(act, role, acting, now);
        PeopleAct after = Objects.requireNonNull(acts.find(number));
        String effect = "";
        if (ActViews.missing(after, gate.moment().world()).isEmpty()) {
            acts.end(after, ActState.CONFIRMED, null, now);
            String plan = after.plan();
            if (plan == null) {
                effect = takeEffect(after, now);
            } else {
                effect = " for the day of " + plan;
                confirmed.fire(new ConfirmedForPlan(number, plan));
            }
        }
        gate.notes("confirms " + number + " as " + role + " digest " + digest + effect);
        return views.of(Objects.requireNonNull(acts.find(number)));
    }

    private String takeEffect(PeopleAct act, Instant now) {
        WorldChange.Right change = act.change().notBefore(now);
        List<WorldChange> changes = new ArrayList<>(List.of(change));
        WorldChange confirmed = confirmedBy(act, change, now);
        if (confirmed != null) {
            changes.add(confirmed);
        }
        world.apply(changes);
        if (act.kind() == ActKind.AUDITOR_SUSPENSION && change instanceof WorldChange.HatSuspended suspended) {
            told.fire(new AuditorSuspended(act.number(), suspended.hat(), act.organisation()));
        }
        return " " + changes.stream().map(WorldChange::text).toList();
    }

    /** With the last of clearance, briefing and conduct a provisional hat is confirmed (HND-08). */
    private @Nullable WorldChange confirmedBy(PeopleAct act, WorldChange change, Instant now) {
        Personnel one = act.hat() == null ? null : gate.moment().world().personnel(act.hat());
        Instant until = one == null ? null : one.hat().provisionalUntil();
        if (one == null || until == null || !one.begunHere() || !until.isAfter(now)) {
            return null;
        }
        boolean cleared = change instanceof WorldChange.Cleared
                || one.hat().clearances().stream().anyMatch(c -> c.during().contains(now));
        boolean briefed = change instanceof WorldChange.Briefed
                || one.hat().briefings().stream().anyMatch(b -> b.during().contains(now));
        boolean conduct = change instanceof WorldChange.ConductSigned || one.conduct() != null;
        return cleared && briefed && conduct
                ? new WorldChange.HatConfirmed(one.hat().id(), now)
                : null;
    }

    /** Refuses an act, with a reason that its proposer reads. */
    @Operation(Action.REFUSE_PEOPLE_ACT)
    public ActView refuse(String number, @Nullable String reason) {
        PeopleAct act = waiting(number);
        if (ActViews.role(act, gate.hat(), gate.moment().world()) == null) {
            throw Refused.forbidden("not-your-step", "This is for another office to decide.", "ORG-02");
        }
        return ended(act, ActState.REFUSED, Suspensions.reasoned(reason));
    }

    /** Takes back what one proposed oneself. */
    @Operation(Action.WITHDRAW_PEOPLE_ACT)
    public ActView withdraw(String number) {
        PeopleAct act = waiting(number);
        if (!act.proposer().equals(gate.hat().person())) {
            throw Refused.forbidden("not-your-step", "Who proposed it takes it back.", "ORG-02");
        }
        return ended(act, ActState.WITHDRAWN, null);
    }

    private ActView ended(PeopleAct act, ActState state, @Nullable String why) {
        acts.end(act, state, why, gate.moment().now());
        gate.notes(state + " " + act.number() + (why == null ? "" : " " + why));
        return views.of(Objects.requireNonNull(acts.find(act.number())));
    }

    private PeopleAct waiting(String number) {
        PeopleAct act = pass(number, acts.lock(number));
        if (act.state() != ActState.PROPOSED) {
            throw Refused.wrongState("This act is " + act.state() + ".", "ORG-02");
        }
        return act;
    }

    private PeopleAct pass(String number, @Nullable PeopleAct act) {
        gate.asked(number);
        if (act == null) {
            throw Refused.notFound();
        }
        gate.decideOwn(number, act.organisation(), null, visible(act));
        gate.concerns(act.proposerOrg());
        return act;
    }

    private boolean visible(PeopleAct act) {
        String own = gate.hat().organisation();
        return own.equals(act.organisation()) || own.equals(act.proposerOrg());
    }
}
