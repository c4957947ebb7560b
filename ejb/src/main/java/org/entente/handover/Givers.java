package org.entente.handover;

import static org.entente.world.Sql.execute;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/** Consent of originators and givers to what a handover would pass on (HND-02); each item and giver is one question. */
@Stateless
public class Givers {
    public static final int MOST_AT_ONCE = 500;
    private static final Duration USUAL = Duration.ofDays(14);

    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    private PlanPassage passage;

    @Inject
    private Inventory inventory;

    @Inject
    private Known known;

    @Inject
    private Standing standing;

    /** What is asked in one plan. */
    @Operation(Action.SEE_HANDOVER)
    public List<ConsentView> of(String number) {
        Plan plan = passage.see(number);
        List<PlanShelf.Consent> asked = shelf.consents(plan);
        if (known.all(plan)) {
            return views(asked);
        }
        Set<String> theirs = known.of(plan, shelf.items(plan));
        return views(asked.stream().filter(c -> theirs.contains(c.reference())).toList());
    }

    /** What one's own organisation is asked, over all plans. */
    @Operation(Action.LIST_HANDOVERS)
    public List<ConsentView> asked() {
        gate.sight();
        return views(shelf.asked(gate.hat().organisation()));
    }

    private List<ConsentView> views(List<PlanShelf.Consent> consents) {
        Instant now = gate.moment().now();
        return consents.stream().map(c -> ConsentView.of(c, now)).toList();
    }

    /**
     * Asks every giver about every item that something stands in the way of, and opens the time for answers: as soon as both sides
     * have agreed, so that givers have weeks and not days, and again for what comes to the inventory later.
     */
    @Operation(Action.ASK_GIVERS)
    public List<ConsentView> ask(String number, @Nullable Instant due) {
        Plan plan = passage.change(number, EnumSet.of(Stage.AGREED, Stage.INVENTORY_FROZEN, Stage.CONSENTS_OPEN));
        passage.only(plan, Side.PREDECESSOR);
        Instant now = gate.moment().now();
        Instant until = due == null ? now.plus(USUAL) : due;
        if (!until.isAfter(now)) {
            throw Refused.objected("objections", "due", "CAV-13", "Givers have time to answer.");
        }
        List<Object[]> questions = new ArrayList<>();
        for (Item item : shelf.items(plan)) {
            if (item.barriers().isEmpty()) {
                continue;
            }
            for (String giver :
                    inventory.judge(plan, item.originator(), item.marking()).askedOf()) {
                questions.add(new Object[] {
                    Numbers.draw("HCO"),
                    item.id(),
                    giver,
                    LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                    LocalDateTime.ofInstant(until, ZoneOffset.UTC)
                });
                gate.concerns(giver);
            }
        }
        shelf.on(c -> PlanShelf.batch(
                c,
                "INSERT IGNORE INTO handover_consent (number, item, giver, asked_at, due) VALUES (?, ?, ?, ?, ?)",
                questions));
        if (plan.stage() == Stage.INVENTORY_FROZEN) {
            shelf.stage(plan, Stage.CONSENTS_OPEN);
        }
        standing.moved(plan);
        gate.notes("questions " + questions.size() + " due " + until);
        return views(shelf.consents(plan));
    }

    /** How many were answered now, and how many had been answered so before. */
    public record Answered(int done, int before) {}

    /**
     * A giver's same answer to many questions at once, all of them or none; those that it answered so already stay as they are,
     * so that whoever did not hear how it ended asks again.
     */
    @Operation(Action.ANSWER_GIVER)
    public Answered answerAll(List<String> numbers, boolean granted, @Nullable String reason) {
        gate.asked("consents");
        if (numbers.isEmpty() || numbers.size() > MOST_AT_ONCE) {
            throw Refused.malformed("limit", "numbers", "LIMIT", "Answer 1 to " + MOST_AT_ONCE + " questions at once.");
        }
        Hat hat = gate.hat();
        Instant now = gate.moment().now();
        Set<String> wanted = Set.copyOf(numbers);
        List<PlanShelf.Consent> asked = shelf.asked(hat.organisation(), wanted);
        if (asked.size() < wanted.size()) {
            throw Refused.notFound();
        }
        gate.decideOwn("consents", hat.organisation(), null, true);
        if (!granted) {
            Handovers.reasoned(reason);
        }
        List<Object[]> answers = new ArrayList<>();
        for (PlanShelf.Consent one : asked) {
            if (one.granted() == null && now.isBefore(one.due())) {
                answers.add(new Object[] {
                    granted, LocalDateTime.ofInstant(now, ZoneOffset.UTC), hat.id(), reason, one.number()
                });
            } else if (one.granted() == null || one.granted() != granted) {
                throw Refused.wrongState(one.number() + " is answered already, or was due.", "CAV-13");
            }
        }
        shelf.on(c -> PlanShelf.batch(
                c,
                "UPDATE handover_consent SET granted = ?, answered_at = ?, answered_by = ?, reason = ? WHERE number = ?",
                answers));
        if (!answers.isEmpty()) {
            shelf.answered(answers.stream().map(a -> (String) a[a.length - 1]).toList());
        }
        asked.stream()
                .map(PlanShelf.Consent::plan)
                .distinct()
                .forEach(p -> standing.moved(Objects.requireNonNull(shelf.find(p))));
        gate.notes((granted ? "granted " : "refused ") + answers.size() + ": " + String.join(" ", numbers));
        return new Answered(answers.size(), asked.size() - answers.size());
    }

    /**
     * A giver's answer. For a giver who has nobody here the predecessor's officer enters the written one, with its reference.
     *
     * @param alternative a sanitised version that would do instead
     */
    @Operation(Action.ANSWER_GIVER)
    public ConsentView answer(
            String number,
            boolean granted,
            @Nullable String reason,
            @Nullable String alternative,
            @Nullable String reference) {
        gate.asked(number);
        Hat hat = gate.hat();
        PlanShelf.Consent asked =
                shelf.consents("q.number = ?", number).stream().findFirst().orElseThrow(Refused::notFound);
        boolean giver = hat.organisation().equals(asked.giver());
        boolean nobody = gate.moment().world().hats().stream()
                .noneMatch(h -> h.organisation().equals(asked.giver())
                        && (h.has(Role.CLASSIFICATION_OFFICER) || h.has(Role.RELEASE_AUTHORITY)));
        boolean forNobody = nobody && reference != null && !reference.isBlank();
        if (!giver && !shelf.predecessor(number).equals(hat.organisation())) {
            throw Refused.notFound();
        }
        gate.decideOwn(number, asked.giver(), null, true);
        if (!giver && !forNobody) {
            throw Refused.forbidden("not-the-giver", "Each giver answers for itself.", "HND-02");
        }
        Instant now = gate.moment().now();
        if (asked.granted() != null) {
            if (asked.granted() == granted) {
                return ConsentView.of(asked, now);
            }
            throw Refused.wrongState("It is answered already.", "CAV-13");
        }
        if (!now.isBefore(asked.due())) {
            throw Refused.wrongState("It was due on " + asked.due() + "; silence was refusal.", "CAV-13");
        }
        if (!granted) {
            Handovers.reasoned(reason);
        }
        shelf.on(c -> execute(
                c,
                "UPDATE handover_consent SET granted = ?, answered_at = ?, answered_by = ?, reason = ?, alternative = ?,"
                        + " reference_text = ? WHERE number = ?",
                granted,
                now,
                hat.id(),
                reason,
                alternative,
                reference,
                number));
        shelf.answered(List.of(number));
        standing.moved(Objects.requireNonNull(shelf.find(asked.plan())));
        gate.notes(number + " " + (granted ? "granted" : "refused"));
        return ConsentView.of(shelf.consents("q.number = ?", number).getFirst(), now);
    }
}
