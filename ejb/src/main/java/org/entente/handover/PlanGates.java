package org.entente.handover;

import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.gate.Gate;
import org.entente.mission.Atlas;
import org.entente.mission.BenchmarkStatus;
import org.entente.mission.MissionView;
import org.entente.people.ActState;
import org.entente.product.Holdings;
import org.jspecify.annotations.Nullable;

/** What stands in the way of the next signature, all of it. */
@ApplicationScoped
class PlanGates {
    /** A waiver of this step lets a plan be ready with benchmarks that are not met (HND-17). */
    static final String BENCHMARK_WAIVER = "benchmarks";

    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    private Officers officers;

    @Inject
    private Inventory inventory;

    @Inject
    private OpenWork openWork;

    @Inject
    private Holdings holdings;

    @Inject
    private Atlas atlas;

    List<PlanView.Blocker> before(Plan plan, Act act, List<Item> items) {
        List<PlanView.Blocker> blockers = new ArrayList<>();
        if (plan.suspended()) {
            blockers.add(new PlanView.Blocker("HND-13", null, "The handover is suspended."));
        }
        switch (act) {
            case AGREEMENT -> agreement(plan, blockers);
            case FREEZE -> {
                if (items.isEmpty()) {
                    blockers.add(new PlanView.Blocker("HND-01", null, "Nobody has taken the inventory yet."));
                }
            }
            case READINESS -> readiness(plan, items, blockers);
            case RECONCILIATION -> reconciliation(items, blockers);
            case CLOSURE -> closure(items, blockers);
        }
        return blockers;
    }

    /** What the transfer would fail on if its instant came now (HND-03), and whom it would leave without a hat. */
    List<PlanView.Blocker> beforeTransfer(Plan plan, List<Item> items) {
        shelf.checkAnswers(plan);
        List<PlanView.Blocker> blockers = new ArrayList<>();
        if (plan.suspended()) {
            blockers.add(new PlanView.Blocker("HND-13", null, "The handover is suspended."));
        }
        List<PlanShelf.Consent> consents = shelf.consents(plan, items);
        dispositions(plan, items, consents, blockers);
        answers(items, consents, blockers);
        persons(plan, blockers);
        openWork.against(plan, blockers);
        inventory
                .late(plan)
                .forEach(late -> blockers.add(new PlanView.Blocker(
                        "HND-01", late, "It came after the inventory was taken, and has no disposition.")));
        return blockers;
    }

    private void agreement(Plan plan, List<PlanView.Blocker> blockers) {
        if (person(plan.cochairFrom()).equals(person(plan.cochairTo()))) {
            blockers.add(new PlanView.Blocker("PKI-09", null, "The co-chairs of the two sides are two persons."));
        }
        MissionView from = atlas.find(plan.fromMission());
        if (from != null && from.benchmarks().isEmpty() && !plan.accelerated()) {
            blockers.add(
                    new PlanView.Blocker("HND-17", null, "No benchmark is entered for " + plan.fromMission() + "."));
        }
    }

    private String person(String hat) {
        return gate.moment().world().hats().stream()
                .filter(h -> h.id().equals(hat))
                .map(h -> h.person())
                .findFirst()
                .orElse("?" + hat);
    }

    private void readiness(Plan plan, List<Item> items, List<PlanView.Blocker> blockers) {
        shelf.checkAnswers(plan);
        List<PlanShelf.Consent> consents = shelf.consents(plan, items);
        dispositions(plan, items, consents, blockers);
        answers(items, consents, blockers);
        persons(plan, blockers);
        if (plan.accelerated()) {
            return;
        }
        MissionView from = atlas.find(plan.fromMission());
        boolean waived = !shelf.on(c -> rows(
                        c,
                        "SELECT 1 FROM handover_step WHERE plan = ? AND text = ? AND waived_why IS NOT NULL",
                        r -> r.getInt(1),
                        plan.id(),
                        BENCHMARK_WAIVER))
                .isEmpty();
        if (from != null && !waived) {
            from.benchmarks().stream()
                    .filter(b -> b.status() != BenchmarkStatus.MET)
                    .forEach(b -> blockers.add(new PlanView.Blocker(
                            "HND-17", b.number(), "The benchmark is not met and not waived: " + b.text())));
        }
        openWork.against(plan, blockers);
    }

    /** On the day only those change hats whom the successor's own offices have confirmed (HND-08). */
    private void persons(Plan plan, List<PlanView.Blocker> blockers) {
        officers.persons(plan).stream()
                .filter(p -> p.act() != null && p.act().state() != ActState.CONFIRMED)
                .forEach(p -> blockers.add(new PlanView.Blocker(
                        "HND-08",
                        p.oldHat(),
                        "The successor's administrator and security officer have not confirmed the new hat.")));
    }

    /** What these items put in the way: before the transfer of readiness, after it of reconciliation and closure. */
    List<PlanView.Blocker> ofItems(Plan plan, List<Item> items, List<PlanShelf.Consent> consents) {
        List<PlanView.Blocker> blockers = new ArrayList<>();
        switch (plan.stage()) {
            case DRAFT, AGREED, INVENTORY_FROZEN, CONSENTS_OPEN, READY -> {
                dispositions(plan, items, consents, blockers);
                answers(items, consents, blockers);
            }
            case EXECUTING -> reconciliation(items, blockers);
            case RECONCILED -> closure(items, blockers);
            case CLOSED, ABORTED -> {}
        }
        return blockers;
    }

    /** Nobody is taken for silent before their time is over (CAV-13). */
    private void answers(List<Item> items, List<PlanShelf.Consent> consents, List<PlanView.Blocker> blockers) {
        Instant now = gate.moment().now();
        Set<Long> asIs = new HashSet<>();
        items.stream()
                .filter(i -> i.disposition() != null && i.disposition().asItIs())
                .forEach(i -> asIs.add(i.id()));
        for (PlanShelf.Consent consent : consents) {
            if (consent.granted() == null && now.isBefore(consent.due()) && asIs.contains(consent.item())) {
                blockers.add(new PlanView.Blocker(
                        "CAV-13",
                        consent.reference(),
                        consent.giver() + " has until " + consent.due() + " to answer."));
            }
        }
    }

    /** A rule is asked of everything the rest of the filter admits; all else the database answers. */
    Choice choice(Plan plan, ItemFilter filter) {
        Choice choice = Choice.of(filter);
        if (filter.rule() == null) {
            return choice;
        }
        List<Item> items = shelf.items(plan, choice);
        return choice.among(ofItems(plan, items, shelf.consents(plan, items)).stream()
                .filter(b -> b.rule().equals(filter.rule()) && b.reference() != null)
                .map(b -> Objects.requireNonNull(b.reference()))
                .collect(Collectors.toSet()));
    }

    /** Every item has one, and no rule objects to it (HND-01, HND-02). */
    void dispositions(Plan plan, List<Item> items, List<PlanShelf.Consent> consents, List<PlanView.Blocker> blockers) {
        Map<Long, Set<String>> consented = PlanShelf.consented(consents);
        Map<Long, String> custodians = shelf.custodians(plan, items);
        Unassessed unassessed = inventory.unassessed(plan);
        for (Item item : items) {
            Disposition disposition = item.disposition();
            if (disposition == null) {
                blockers.add(new PlanView.Blocker(
                        "HND-01",
                        item.reference(),
                        item.addendum() ? "An item of the addendum has no disposition." : "It has no disposition."));
                continue;
            }
            if (item.barriers().isEmpty()
                    && !item.legalHold()
                    && !unassessed.against(item)
                    && disposition != Disposition.SANITISE_THEN_COPY
                    && disposition != Disposition.TRANSFER
                    && !item.kind().equals("DRAFT")) {
                continue;
            }
            ItemFacts facts = inventory.facts(
                    plan,
                    item,
                    disposition,
                    item.substitute(),
                    consented.getOrDefault(item.id(), Set.of()),
                    custodians,
                    unassessed);
            for (ItemRules.Rule rule : ItemRules.against(facts)) {
                blockers.add(new PlanView.Blocker(rule.id(), item.reference(), rule.sentence()));
            }
        }
    }

    private void reconciliation(List<Item> items, List<PlanView.Blocker> blockers) {
        List<Holdings.Sealed> sealed = new ArrayList<>();
        for (Item item : items) {
            Long product = item.productId();
            if (item.outcome() == null) {
                blockers.add(new PlanView.Blocker("HND-06", item.reference(), "Nobody has said what became of it."));
            } else if (product != null && item.outcome() == Outcome.RECEIVED) {
                sealed.add(new Holdings.Sealed(product, item.reference(), item.version(), item.contentHash()));
            }
        }
        for (String broken : holdings.broken(sealed)) {
            blockers.add(new PlanView.Blocker("HND-05", broken, "Its content is not what was sealed at the freeze."));
        }
    }

    private static void closure(List<Item> items, List<PlanView.Blocker> blockers) {
        items.stream()
                .filter(i -> i.retention() == null)
                .forEach(i -> blockers.add(new PlanView.Blocker("HND-19", i.reference(), "It has no retention code.")));
        items.stream()
                .filter(i -> i.outcome() == Outcome.DESTROYED && i.certificate() == null)
                .forEach(i -> blockers.add(
                        new PlanView.Blocker("CLS-50", i.reference(), "It was destroyed without a certificate.")));
    }

    /** The digest that a signature of this act is given over, as things stand. */
    byte[] digest(Plan plan, Act act, List<Item> items) {
        return switch (act) {
            case AGREEMENT -> {
                MissionView from = atlas.find(plan.fromMission());
                yield Digests.agreement(plan, steps(plan), from == null ? List.of() : from.benchmarks());
            }
            case FREEZE -> Digests.inventory(plan, items);
            case READINESS -> {
                MissionView from = atlas.find(plan.fromMission());
                yield Digests.readiness(
                        plan, steps(plan), from == null ? List.of() : from.benchmarks(), items, people(plan));
            }
            case RECONCILIATION -> Digests.reconciliation(items);
            case CLOSURE -> Digests.closure(items, plan.lessons());
        };
    }

    private List<String> steps(Plan plan) {
        return shelf.on(c -> rows(
                c,
                "SELECT CONCAT(days, ' ', text) FROM handover_step WHERE plan = ? AND text <> ? ORDER BY ordinal",
                r -> r.getString(1),
                plan.id(),
                BENCHMARK_WAIVER));
    }

    /** Who gets which hat, who still reads and who looks in, and what becomes of what is under way. */
    private List<String> people(Plan plan) {
        List<String> people = new ArrayList<>();
        for (String sql : List.of(
                "SELECT CONCAT_WS('\t', 'person', old_hat, person, COALESCE(new_hat, '-'), roles, COALESCE(post, '-'),"
                        + " COALESCE(clearance, '-'), COALESCE(act, '-')) FROM handover_person WHERE plan = ?"
                        + " ORDER BY old_hat",
                "SELECT CONCAT_WS('\t', 'residual', hat, purpose, valid_to, COALESCE(approved_from, '-'),"
                        + " COALESCE(approved_to, '-')) FROM residual_access WHERE plan = ? ORDER BY hat",
                "SELECT CONCAT_WS('\t', 'overlap', hat, product, valid_from, COALESCE(valid_to, '-'),"
                        + " COALESCE(approved_by, '-'), COALESCE(ended_at, '-')) FROM overlap_access WHERE plan = ?"
                        + " ORDER BY hat, product",
                "SELECT CONCAT_WS('\t', 'work', kind, reference, COALESCE(decision, '-'), COALESCE(to_hat, '-'),"
                        + " COALESCE(note, '-')) FROM handover_open_work WHERE plan = ? AND decision IS NOT NULL"
                        + " ORDER BY kind, reference")) {
            people.addAll(shelf.on(c -> rows(c, sql, r -> r.getString(1), plan.id())));
        }
        return people;
    }

    /** What can be signed in this stage; null if nothing. */
    static @Nullable Act next(Plan plan) {
        for (Act act : Act.values()) {
            if (act.from() == plan.stage()) {
                return act;
            }
        }
        return null;
    }
}
