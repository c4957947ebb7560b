package org.entente.handover;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.entente.marking.Scheme;
import org.entente.mission.Atlas;
import org.entente.mission.MissionView;
import org.entente.people.Rehattings;
import org.jspecify.annotations.Nullable;

/** People in a handover: new hats, what is left of old ones, who looks in before the day, what is under way. */
@Stateless
public class HandoverPersons {
    /** Re-hatted contingents have four months to reach the successor's standards. */
    private static final int MONTHS = 4;

    private static final Duration LONGEST_RESIDUAL = Duration.ofDays(180);

    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    private PlanPassage passage;

    @Inject
    private Standing standing;

    @Inject
    private Known known;

    @Inject
    private OpenWork openWork;

    @Inject
    private Officers officers;

    @Inject
    private Rehattings rehattings;

    @Inject
    private Atlas atlas;

    /** An officer's new hat with the successor. */
    public record Rehatting(
            String oldHat,
            @Nullable String newHat,
            List<String> roles,
            @Nullable String post,
            @Nullable String clearance) {
        public Rehatting {
            roles = List.copyOf(roles);
        }
    }

    private static final Set<Stage> BEFORE =
            EnumSet.of(Stage.DRAFT, Stage.AGREED, Stage.INVENTORY_FROZEN, Stage.CONSENTS_OPEN, Stage.READY);
    private static final Set<Stage> AFTER = EnumSet.of(Stage.EXECUTING, Stage.RECONCILED);

    @Operation(Action.SEE_HANDOVER)
    public List<PersonView> persons(String number) {
        return officers.persons(passage.see(number));
    }

    /**
     * The successor proposes in which hat an officer of the predecessor's goes on, and its own offices confirm it; without one the
     * officer goes home.
     */
    @Operation(Action.REHAT)
    public List<PersonView> rehat(String number, Rehatting given) {
        Plan plan = passage.change(number, BEFORE);
        passage.only(plan, Side.SUCCESSOR);
        Hat old = gate.moment().world().hats().stream()
                .filter(h -> h.id().equals(given.oldHat()))
                .findFirst()
                .orElse(null);
        Objections objections = new Objections();
        boolean serves = old != null
                && (old.organisation().equals(plan.predecessor())
                        || old.organisation().equals(plan.successor()))
                && old.assignments().stream().anyMatch(a -> a.mission().equals(plan.fromMission()));
        if (!serves) {
            objections.add(
                    "oldHat",
                    "HND-08",
                    "'" + given.oldHat() + "' is no hat of the two sides that serves in " + plan.fromMission() + ".");
        }
        String clearance = given.clearance();
        String owner = clearance == null ? null : schemeOwner(clearance);
        if (clearance != null && !plan.successor().equals(owner)) {
            objections.add("clearance", "CLS-15", plan.successor() + " clears in its own scheme.");
        }
        objections.throwIfAny("objections", "Nobody is re-hatted like that.");
        String bearer = Objects.requireNonNull(old).person();
        String newHat = given.newHat();
        String before = officers.act(plan, given.oldHat());
        String act = null;
        if (newHat != null) {
            act = rehattings.propose(
                    plan.number(),
                    plan.successor(),
                    newHat,
                    bearer,
                    given.roles(),
                    given.post(),
                    plan.toMission(),
                    plan.toa(),
                    before);
        } else if (before != null) {
            rehattings.withdraw(before);
        }
        String proposed = act;
        shelf.on(c -> execute(
                c,
                "INSERT INTO handover_person (plan, old_hat, person, new_hat, roles, post, clearance, deadline, act)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE new_hat = VALUES(new_hat),"
                        + " roles = VALUES(roles), post = VALUES(post), clearance = VALUES(clearance), act = VALUES(act)",
                plan.id(),
                given.oldHat(),
                bearer,
                newHat,
                String.join(" ", given.roles()),
                given.post(),
                clearance,
                deadline(plan),
                proposed));
        standing.review(plan);
        gate.notes("re-hats " + given.oldHat() + " as " + newHat + (proposed == null ? "" : " " + proposed));
        return officers.persons(plan);
    }

    private @Nullable String schemeOwner(String level) {
        return gate.moment().world().policy().world().schemes().stream()
                .filter(s -> s.levels().stream().anyMatch(l -> l.code().equals(level)))
                .map(Scheme::organisation)
                .findFirst()
                .orElse(null);
    }

    /** When troops are to be realigned, where that date is set; otherwise four months after the transfer (HND-08, HND-12). */
    private Instant deadline(Plan plan) {
        MissionView from = atlas.find(plan.fromMission());
        Instant realigned = from == null ? null : from.ends().realignment();
        return realigned != null && realigned.isAfter(plan.toa())
                ? realigned
                : plan.toa().atZone(ZoneOffset.UTC).plusMonths(MONTHS).toInstant();
    }

    @Operation(Action.SEE_HANDOVER)
    public List<ResidualView> residual(String number) {
        return officers.residual(passage.see(number));
    }

    /** Asks that a former officer may still read what was their organisation's own before the transfer (HND-07). */
    @Operation(Action.GRANT_RESIDUAL)
    public List<ResidualView> askResidual(String number, String hat, String purpose, Instant to) {
        Plan plan = passage.change(number, BEFORE);
        passage.only(plan, Side.PREDECESSOR);
        Objections objections = new Objections();
        boolean serves = gate.moment().world().hats().stream()
                .anyMatch(h -> h.id().equals(hat)
                        && h.organisation().equals(plan.predecessor())
                        && h.assignments().stream().anyMatch(a -> a.mission().equals(plan.fromMission())));
        if (!serves) {
            objections.add(
                    "hat",
                    "HND-07",
                    "'" + hat + "' is no hat of " + plan.predecessor() + " in " + plan.fromMission() + ".");
        }
        if (purpose.isBlank() || purpose.length() > 400) {
            objections.add("purpose", "HND-07", "A purpose has 1 to 400 characters.");
        }
        if (!to.isAfter(plan.toa()) || to.isAfter(plan.toa().plus(LONGEST_RESIDUAL))) {
            objections.add("to", "HND-07", "Residual access ends within 180 days of the transfer.");
        }
        MissionView from = atlas.find(plan.fromMission());
        Instant liquidated = from == null ? null : from.ends().liquidation();
        if (liquidated != null && to.isAfter(liquidated)) {
            objections.add("to", "HND-12", "Residual access ends with the liquidation of the mission.");
        }
        objections.throwIfAny("objections", "This cannot be left to anybody.");
        shelf.on(c -> execute(
                c,
                "INSERT INTO residual_access (plan, hat, purpose, valid_to, asked_by) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE purpose = VALUES(purpose), valid_to = VALUES(valid_to),"
                        + " approved_from = NULL, approved_to = NULL, from_person = NULL, to_person = NULL",
                plan.id(),
                hat,
                purpose.strip(),
                to,
                gate.hat().id()));
        standing.review(plan);
        gate.notes("residual access of " + hat + " until " + to);
        return officers.residual(plan);
    }

    /** A side's approval, by its co-chair; it takes both. */
    @Operation(Action.GRANT_RESIDUAL)
    public List<ResidualView> approveResidual(String number, String hat) {
        Plan plan = passage.change(number, BEFORE);
        Side side = plan.signs(gate.hat());
        if (side == null) {
            throw Refused.forbidden("not-a-cochair", "The co-chairs approve, each for their own side.", "HND-07");
        }
        String own = side == Side.PREDECESSOR ? "from" : "to";
        String other = side == Side.PREDECESSOR ? "to" : "from";
        List<String> approved = shelf.on(c -> rows(
                c,
                "SELECT COALESCE(" + other + "_person, '') FROM residual_access WHERE plan = ? AND hat = ? FOR UPDATE",
                r -> r.getString(1),
                plan.id(),
                hat));
        if (approved.isEmpty()) {
            throw Refused.notFound();
        }
        if (approved.contains(gate.hat().person())) {
            throw Refused.forbidden("separation-of-duties", "Nobody approves for both sides.", "HND-07", "PKI-09");
        }
        shelf.on(c -> execute(
                c,
                "UPDATE residual_access SET approved_" + own + " = ?, " + own
                        + "_person = ? WHERE plan = ? AND hat = ?",
                gate.hat().id(),
                gate.hat().person(),
                plan.id(),
                hat));
        standing.review(plan);
        gate.notes("approved residual access of " + hat + " for " + side);
        return officers.residual(plan);
    }

    /** Hats of one side that serve in the old mission, whose wearers go home or go on in another. */
    @Operation(Action.SEE_HANDOVER)
    public List<String> serving(String number, String organisation) {
        return officers.serving(passage.see(number)).stream()
                .filter(h -> h.organisation().equals(organisation))
                .map(Hat::id)
                .sorted()
                .toList();
    }

    @Operation(Action.SEE_HANDOVER)
    public List<OpenWorkView> openWork(String number) {
        return openWork(passage.see(number));
    }

    private boolean hidden(Plan plan, String reference) {
        return !known.all(plan) && !known.openWork(plan).contains(reference);
    }

    private List<OpenWorkView> openWork(Plan plan) {
        boolean all = known.all(plan);
        Set<String> theirs = all ? Set.of() : known.openWork(plan);
        return openWork.of(plan).stream()
                .map(OpenWork.Work::view)
                .filter(w -> all || theirs.contains(w.reference()))
                .toList();
    }

    /** Says what becomes of something under way: it is closed, or goes back to whoever is owed it. */
    @Operation(Action.SETTLE_OPEN_WORK)
    public List<OpenWorkView> settle(
            String number, String reference, OpenWorkView.Settlement decision, @Nullable String note) {
        EnumSet<Stage> any = EnumSet.copyOf(BEFORE);
        any.addAll(AFTER);
        Plan plan = passage.change(number, any);
        if (hidden(plan, reference)) {
            throw Refused.notFound();
        }
        if (!openWork.settle(plan, reference, decision, note)) {
            throw Refused.notFound();
        }
        standing.review(plan);
        gate.notes(reference + " " + decision);
        return openWork(plan);
    }
}
