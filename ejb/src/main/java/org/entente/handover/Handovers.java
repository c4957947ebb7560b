package org.entente.handover;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objection;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.mission.Atlas;
import org.entente.mission.MissionView;
import org.entente.mission.RelationType;
import org.entente.mission.RelationView;
import org.entente.people.Rehattings;
import org.jspecify.annotations.Nullable;

/** Handover plans: drawn up, signed by both sides, carried out, closed. */
@Stateless
public class Handovers {
    private static final int LONGEST = 4_000;
    private static final int MOST_LESSONS = 20;

    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    private Rehattings rehattings;

    @Inject
    private PlanPassage passage;

    @Inject
    private PlanGates gates;

    @Inject
    private PlanViews views;

    @Inject
    private Officers officers;

    @Inject
    private Standing standing;

    @Inject
    private Inventory inventory;

    @Inject
    private Execution execution;

    @Inject
    private OverlapShelf overlaps;

    @Inject
    private Known known;

    @Inject
    private Atlas atlas;

    /** A plan as one side draws it up. */
    public record Drafting(
            String relation, String predecessor, String successor, Instant toa, String cochairFrom, String cochairTo) {}

    @Operation(Action.LIST_HANDOVERS)
    public List<PlanView> list() {
        gate.sight();
        List<Plan> plans = shelf.all().stream().filter(passage::known).toList();
        gate.notes("handovers " + plans.size());
        return plans.stream().map(views::of).toList();
    }

    /** What earlier handovers that one may know of leave to the next, newest first. */
    @Operation(Action.LIST_HANDOVERS)
    public List<LessonView> lessons() {
        gate.sight();
        return shelf.all().stream()
                .filter(p -> p.stage() == Stage.CLOSED && !p.lessons().isBlank() && passage.known(p))
                .limit(MOST_LESSONS)
                .map(views::lessons)
                .toList();
    }

    /** The same, in short. */
    @Operation(Action.LIST_HANDOVERS)
    public List<PlanLine> lines() {
        gate.sight();
        List<Plan> plans = shelf.all().stream().filter(passage::known).toList();
        gate.notes("handovers " + plans.size());
        return plans.stream().map(views::line).toList();
    }

    @Operation(Action.SEE_HANDOVER)
    public PlanLine line(String number) {
        return views.line(passage.see(number));
    }

    @Operation(Action.SEE_HANDOVER)
    public PlanView see(String number) {
        return views.of(passage.see(number));
    }

    /** The same with what this hat may do now; it signs once, and only what nothing stands in the way of. */
    @Operation(Action.SEE_HANDOVER)
    public Board board(String number) {
        Plan plan = passage.see(number);
        List<Item> items = shelf.items(plan);
        Act next = PlanGates.next(plan);
        // while givers have not been asked there is nothing to sign, but readiness to prepare
        Act ahead = plan.stage() == Stage.INVENTORY_FROZEN ? Act.READINESS : next;
        List<PlanView.Blocker> blockers =
                ahead == null ? views.transfer(plan, items) : gates.before(plan, ahead, items);
        PlanView view = views.of(plan, items, blockers);
        Hat hat = gate.hat();
        Set<Move> moves = Move.of(plan, hat, gate.moment().now());
        boolean signed =
                view.signatures().stream().anyMatch(s -> s.act() == next && s.side() == plan.signs(hat) && s.stands());
        if (signed || !blockers.isEmpty()) {
            moves.remove(Move.SIGN);
        }
        return new Board(
                view,
                moves,
                view.digest(),
                ahead,
                Obstacle.of(known.blockers(plan, blockers, items)),
                plan.executedAt() == null && !plan.ended() ? prospect(plan, view) : null);
    }

    private Prospect prospect(Plan plan, PlanView view) {
        List<PlanView.Count> goes =
                view.counts().stream().filter(c -> c.disposition().sent()).toList();
        List<Hat> serving = officers.serving(plan);
        List<String> ours = serving.stream()
                .filter(h -> plan.side(h) != null)
                .map(Hat::id)
                .sorted()
                .toList();
        return new Prospect(
                Duration.between(gate.moment().now(), plan.toa()).toMinutes(),
                goes,
                view.items() - goes.stream().mapToInt(PlanView.Count::items).sum(),
                ours,
                serving.size() - ours.size(),
                officers.persons(plan).stream().filter(p -> p.newHat() != null).toList(),
                officers.residual(plan).stream()
                        .filter(r -> r.approvedFrom() != null && r.approvedTo() != null)
                        .toList());
    }

    /** What this hat may do with a plan now. */
    @Operation(Action.SEE_HANDOVER)
    public Set<Move> moves(String number) {
        return Move.of(passage.see(number), gate.hat(), gate.moment().now());
    }

    /** What this hat's side may say became of items. */
    @Operation(Action.SEE_HANDOVER)
    public List<Outcome> outcomes(String number) {
        Side side = passage.see(number).side(gate.hat());
        return side == null
                ? List.of()
                : Arrays.stream(Outcome.values()).filter(o -> o.of(side)).toList();
    }

    @Operation(Action.DRAFT_HANDOVER)
    public PlanView draft(Drafting given) {
        Hat hat = gate.hat();
        RelationView relation = atlas.relation(given.relation());
        MissionView from = relation == null ? null : atlas.find(relation.from());
        MissionView to = relation == null ? null : atlas.find(relation.to());
        if (relation == null || from == null || to == null) {
            throw Refused.notFound();
        }
        Objections objections = new Objections();
        check(given, relation, from, to, objections);
        boolean party = hat.organisation().equals(given.predecessor())
                || hat.organisation().equals(given.successor());
        if (!party) {
            objections.add("predecessor", "ORG-01", "A plan is drawn up by one of its two sides.");
        }
        gate.decideOwn("handover", hat.organisation(), null, true);
        objections.throwIfAny("objections", "This handover cannot be planned.");
        gate.concerns(given.predecessor());
        gate.concerns(given.successor());
        String number = Numbers.draw("HND");
        shelf.on(c -> execute(
                c,
                "INSERT INTO handover_plan (number, edge, from_mission, to_mission, predecessor, successor, toa, stage,"
                        + " cochair_from, cochair_to, drafted_by, drafted_at, lock_version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?, 0)",
                number,
                relation.number(),
                from.code(),
                to.code(),
                given.predecessor(),
                given.successor(),
                given.toa(),
                given.cochairFrom(),
                given.cochairTo(),
                hat.id(),
                gate.moment().now()));
        Plan plan = Objects.requireNonNull(shelf.find(number));
        shelf.on(c -> {
            for (int i = 0; i < Template.STEPS.size(); i++) {
                Template.Step step = Template.STEPS.get(i);
                execute(
                        c,
                        "INSERT INTO handover_step (plan, ordinal, text, days) VALUES (?, ?, ?, ?)",
                        plan.id(),
                        i + 1,
                        step.text(),
                        step.days());
            }
            return 0;
        });
        shelf.made(number);
        standing.moved(plan);
        gate.notes("drafted " + number + " " + from.code() + " to " + to.code() + " at " + given.toa());
        return views.of(plan);
    }

    private void check(Drafting given, RelationView relation, MissionView from, MissionView to, Objections objections) {
        if (relation.type() != RelationType.SEQUENTIAL) {
            objections.add("relation", "HND-10", "Only a mission that follows another takes over from it.");
        }
        if (!from.leads().contains(given.predecessor())) {
            objections.add("predecessor", "HND-03", given.predecessor() + " does not lead " + from.code() + ".");
        }
        if (!to.leads().contains(given.successor())) {
            objections.add("successor", "HND-03", given.successor() + " does not lead " + to.code() + ".");
        }
        boolean state = gate.moment().world().policy().world().organisations().stream()
                .anyMatch(o ->
                        o.code().equals(given.successor()) && o.kind() == org.entente.access.Organisation.Kind.STATE);
        if (state || given.successor().equals(from.hostState())) {
            objections.add("successor", "HND-15", "Handing over to the host State is a release, never a handover.");
        }
        if (!given.toa().isAfter(gate.moment().now())) {
            objections.add("toa", "HND-03", "Authority passes at an instant to come.");
        }
        String one = cochair(given.cochairFrom(), given.predecessor(), "cochairFrom", objections);
        String other = cochair(given.cochairTo(), given.successor(), "cochairTo", objections);
        if (one != null && one.equals(other)) {
            objections.add("cochairTo", "PKI-09", "Each side has a co-chair of its own.");
        }
    }

    /** The person who is to sign; null if there is none. */
    private @Nullable String cochair(String id, String organisation, String field, Objections objections) {
        String person = gate.moment().world().hats().stream()
                .filter(h -> h.id().equals(id) && h.organisation().equals(organisation) && h.has(Role.HANDOVER_OFFICER))
                .map(Hat::person)
                .findFirst()
                .orElse(null);
        if (person == null) {
            objections.add(field, "HND-03", "'" + id + "' is no handover officer of " + organisation + ".");
        }
        return person;
    }

    /** Says that a step was done, or why it is left out; leaving out is for the head of the predecessor's mission alone. */
    @Operation(Action.EDIT_HANDOVER)
    public PlanView step(String number, int ordinal) {
        Plan plan = passage.change(number, EnumSet.complementOf(EnumSet.of(Stage.CLOSED, Stage.ABORTED)));
        boolean there = !shelf.on(c -> rows(
                        c, "SELECT 1 FROM handover_step WHERE plan = ? AND ordinal = ?", r -> true, plan.id(), ordinal))
                .isEmpty();
        if (!there) {
            throw Refused.notFound();
        }
        int done = shelf.on(c -> execute(
                c,
                "UPDATE handover_step SET done_at = ?, done_by = ? WHERE plan = ? AND ordinal = ? AND done_at IS NULL",
                gate.moment().now(),
                gate.hat().id(),
                plan.id(),
                ordinal));
        standing.moved(plan);
        gate.notes("step " + ordinal + (done == 0 ? " (was done)" : ""));
        return views.of(passage.again(plan));
    }

    /** The instant of the transfer: a new one drops what both sides agreed on and were ready for. */
    @Operation(Action.EDIT_HANDOVER)
    public PlanView postpone(String number, Instant toa) {
        Plan plan = passage.change(
                number,
                EnumSet.of(Stage.DRAFT, Stage.AGREED, Stage.INVENTORY_FROZEN, Stage.CONSENTS_OPEN, Stage.READY));
        if (!toa.isAfter(gate.moment().now())) {
            throw Refused.objected("objections", "toa", "HND-03", "Authority passes at an instant to come.");
        }
        shelf.set(plan, "toa", toa);
        overlaps.endBy(plan, toa);
        standing.review(plan);
        gate.notes("transfer at " + toa + " instead of " + plan.toa());
        return views.of(passage.again(plan));
    }

    /** Takes what is held into the inventory; after the freeze, what came since into the addendum. */
    @Operation(Action.TAKE_INVENTORY)
    public PlanView takeInventory(String number) {
        Plan plan = passage.change(
                number,
                EnumSet.of(
                        Stage.DRAFT,
                        Stage.AGREED,
                        Stage.INVENTORY_FROZEN,
                        Stage.CONSENTS_OPEN,
                        Stage.READY,
                        Stage.EXECUTING));
        passage.only(plan, Side.PREDECESSOR);
        int entered = inventory.enter(plan);
        // what came late wants a disposition before the day
        standing.review(plan);
        gate.notes("items entered " + entered);
        return views.of(passage.again(plan));
    }

    /**
     * One side's signature for what comes next; with the other side's over the same, the handover goes on. A signature is for what
     * was seen and for nothing that came since.
     *
     * @param shown the digest of what the signer was shown
     */
    @Operation(value = Action.SIGN_HANDOVER, secondFactor = true)
    public PlanView sign(String number, Act act, String shown, @Nullable String note) {
        Plan plan = passage.change(number, EnumSet.allOf(Stage.class));
        Hat hat = gate.hat();
        Side side = plan.signs(hat);
        if (side == null) {
            throw Refused.forbidden("not-a-cochair", "The co-chairs sign, each for their own side.", "HND-03");
        }
        List<Item> items = shelf.items(plan);
        byte[] digest = gates.digest(plan, act, items);
        if (plan.stage() == act.to() && standing.signed(plan, act, side, digest)) {
            return views.of(plan);
        }
        if (plan.stage() != act.from()) {
            throw Refused.wrongState("In " + plan.stage() + " nobody signs " + act + ".", act.ground());
        }
        if (!shown.equals(HexFormat.of().formatHex(digest))) {
            throw new Refused(new Refusal.WrongState(
                    "changed-meanwhile", "What is signed has changed since it was shown.", List.of(act.ground())));
        }
        Side other = side.other();
        if (shelf.signatures(plan).stream()
                .anyMatch(s -> s.side() == other && s.person().equals(hat.person()))) {
            throw Refused.forbidden("separation-of-duties", "Nobody signs for both sides.", "HND-03", "PKI-09");
        }
        refuse(known.blockers(plan, gates.before(plan, act, items), items));
        if (!standing.signed(plan, act, side, digest)) {
            shelf.sign(plan, act, hat, gate.moment().now(), digest, note);
        }
        gate.notes(act + " for " + side);
        if (standing.signed(plan, act, other, digest)) {
            if (act == Act.FREEZE) {
                shelf.set(plan, "frozen_at", gate.moment().now());
                shelf.set(plan, "inventory", digest);
            }
            if (act == Act.CLOSURE) {
                shelf.set(plan, "closed_at", gate.moment().now());
            }
            shelf.stage(plan, standing.after(plan, act, items));
        }
        standing.moved(plan);
        return views.of(passage.again(plan));
    }

    static void refuse(List<PlanView.Blocker> blockers) {
        if (!blockers.isEmpty()) {
            throw new Refused(new Refusal.Objected(
                    "objections",
                    "The handover is not ready for this.",
                    blockers.stream()
                            .limit(100)
                            .map(b -> new Objection(
                                    b.reference() == null ? "plan" : "item " + b.reference(), b.rule(), b.message()))
                            .toList()));
        }
    }

    /** The transfer of authority, at or after its instant; once, whoever asks again gets the same answer. */
    @Operation(Action.EXECUTE_HANDOVER)
    public PlanView carryOut(String number) {
        Plan plan = passage.change(number, EnumSet.allOf(Stage.class));
        execution.carryOut(plan);
        standing.moved(plan);
        return views.of(passage.again(plan));
    }

    @Operation(Action.SUSPEND_HANDOVER)
    public PlanView suspend(String number, boolean suspended, String reason) {
        Plan plan = passage.change(
                number,
                EnumSet.complementOf(EnumSet.of(Stage.EXECUTING, Stage.RECONCILED, Stage.CLOSED, Stage.ABORTED)));
        shelf.set(plan, "suspended", suspended);
        if (suspended) {
            overlaps.end(plan, gate.moment().now());
        }
        standing.review(plan);
        gate.notes((suspended ? "suspended: " : "resumed: ") + reasoned(reason));
        return views.of(passage.again(plan));
    }

    /** Before the transfer either side may break off; what was agreed on is as if it had not been. */
    @Operation(Action.ABORT_HANDOVER)
    public PlanView abort(String number, String reason) {
        Plan plan = passage.change(
                number,
                EnumSet.complementOf(EnumSet.of(Stage.EXECUTING, Stage.RECONCILED, Stage.CLOSED, Stage.ABORTED)));
        shelf.set(plan, "ended_why", reasoned(reason));
        shelf.stage(plan, Stage.ABORTED);
        overlaps.end(plan, gate.moment().now());
        rehattings.end(plan.number());
        standing.moved(plan);
        gate.notes("aborted: " + reason);
        return views.of(passage.again(plan));
    }

    /**
     * The host has withdrawn its consent, or something as grave: the head of the predecessor's mission lets steps be left out.
     * Each one left out stands in the plan with the reason (HND-13).
     */
    @Operation(Action.ACCELERATE_HANDOVER)
    public PlanView accelerate(String number, List<Integer> waived, String reason) {
        Plan plan = passage.change(
                number,
                EnumSet.of(Stage.DRAFT, Stage.AGREED, Stage.INVENTORY_FROZEN, Stage.CONSENTS_OPEN, Stage.READY));
        passage.only(plan, Side.PREDECESSOR);
        String why = reasoned(reason);
        shelf.set(plan, "accelerated", true);
        shelf.on(c -> {
            for (int ordinal : waived) {
                execute(
                        c,
                        "UPDATE handover_step SET waived_why = ?, done_by = ? WHERE plan = ? AND ordinal = ? AND done_at IS NULL",
                        why.length() > 400 ? why.substring(0, 400) : why,
                        gate.hat().id(),
                        plan.id(),
                        ordinal);
            }
            return 0;
        });
        if (plan.stage() == Stage.INVENTORY_FROZEN) {
            shelf.stage(plan, Stage.CONSENTS_OPEN);
        }
        standing.moved(plan);
        gate.notes("accelerated, steps left out " + waived + ": " + why);
        return views.of(passage.again(plan));
    }

    /** The head of the predecessor's mission lets it go on although benchmarks are not met (HND-17). */
    @Operation(Action.ACCELERATE_HANDOVER)
    public PlanView waiveBenchmarks(String number, String reason) {
        Plan plan = passage.change(
                number, EnumSet.of(Stage.DRAFT, Stage.AGREED, Stage.INVENTORY_FROZEN, Stage.CONSENTS_OPEN));
        passage.only(plan, Side.PREDECESSOR);
        String why = reasoned(reason);
        shelf.on(c -> execute(
                c,
                "INSERT INTO handover_step (plan, ordinal, text, days, done_at, done_by, waived_why)"
                        + " SELECT ?, COALESCE(MAX(ordinal), 0) + 1, ?, 0, ?, ?, ? FROM handover_step WHERE plan = ?",
                plan.id(),
                PlanGates.BENCHMARK_WAIVER,
                gate.moment().now(),
                gate.hat().id(),
                why.length() > 400 ? why.substring(0, 400) : why,
                plan.id()));
        standing.moved(plan);
        gate.notes("benchmarks waived: " + why);
        return views.of(passage.again(plan));
    }

    /** What the two sides keep for the next time. */
    @Operation(Action.EDIT_HANDOVER)
    public PlanView lessons(String number, String text) {
        Plan plan = passage.change(number, EnumSet.of(Stage.EXECUTING, Stage.RECONCILED));
        if (text.length() > 4 * LONGEST) {
            throw Refused.objected(
                    "objections", "lessons", "HND-18", "Lessons have at most " + 4 * LONGEST + " characters.");
        }
        shelf.set(plan, "lessons", text);
        return views.of(passage.again(plan));
    }

    static String reasoned(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw Refused.objected(
                    "reason-missing", "reason", "HND-13", "A reason of 1 to " + LONGEST + " characters is needed.");
        }
        return reason.strip();
    }
}
