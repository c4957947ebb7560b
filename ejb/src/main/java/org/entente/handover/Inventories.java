package org.entente.handover;

import static org.entente.world.Sql.rows;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.product.Circulation;
import org.jspecify.annotations.Nullable;

/** The items of a handover, and what is to become of each. */
@Stateless
public class Inventories {
    public static final int MOST_ON_A_PAGE = 500;

    public static final List<String> RETENTION = List.of("P A", "C+1 D", "C+2 D", "C+5 D", "C+10 D", "C+20 R", "E D");

    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    private Standing standing;

    @Inject
    private PlanPassage passage;

    @Inject
    private PlanGates gates;

    @Inject
    private Inventory inventory;

    @Inject
    private Known known;

    @Inject
    private Circulation circulation;

    /**
     * A page of items, and how many the filter admits in all of those that the reader may know.
     *
     * @param withheld how many items the plan has that the reader may not know, whatever the filter
     */
    public record ItemPage(List<ItemView> items, int total, int from, int withheld) {
        public ItemPage {
            items = List.copyOf(items);
        }
    }

    /** What is decided about items. Parts that are null stay as they are. */
    public record Decision(
            @Nullable Disposition disposition,
            @Nullable String reason,
            @Nullable String substitute,
            @Nullable String retention,
            @Nullable Boolean legalHold) {}

    @Operation(Action.SEE_HANDOVER)
    public ItemPage items(String number, ItemFilter filter, int from, int limit) {
        if (limit < 1 || limit > MOST_ON_A_PAGE || from < 0) {
            throw Refused.malformed("limit", "limit", "LIMIT", "A page has 1 to " + MOST_ON_A_PAGE + " items.");
        }
        Plan plan = passage.see(number);
        Leaf leaf = leaf(plan, filter, from, limit);
        return new ItemPage(known.views(plan, leaf.items), leaf.total, from, leaf.withheld);
    }

    private record Leaf(List<Item> items, int total, int withheld, List<String> levels) {}

    /** Those who hold the items leaf through all of them, others through what they may know. */
    private Leaf leaf(Plan plan, ItemFilter filter, int from, int limit) {
        if (known.all(plan)) {
            Choice choice = gates.choice(plan, filter);
            return new Leaf(
                    shelf.page(plan, choice, from, limit),
                    shelf.count(plan, choice),
                    0,
                    levels(shelf.tallies(plan).stream().map(Tally::level)));
        }
        List<Item> all = shelf.items(plan);
        List<Item> theirs = known.among(plan, all);
        Set<String> may = references(theirs);
        List<Item> admitted = shelf.items(plan, gates.choice(plan, filter)).stream()
                .filter(i -> may.contains(i.reference()))
                .toList();
        return new Leaf(
                admitted.stream().skip(from).limit(limit).toList(),
                admitted.size(),
                all.size() - theirs.size(),
                levels(theirs.stream().map(Item::level)));
    }

    private static Set<String> references(List<Item> items) {
        return items.stream().map(Item::reference).collect(Collectors.toSet());
    }

    private static List<String> levels(Stream<String> levels) {
        return levels.distinct().sorted().toList();
    }

    /** The same with how each item stands, and what there is to choose from. */
    @Operation(Action.SEE_HANDOVER)
    public Shelf standing(String number, ItemFilter filter, int from, int limit) {
        Plan plan = passage.see(number);
        Leaf leaf = leaf(plan, filter, from, limit);
        List<Item> items = leaf.items;
        List<PlanShelf.Consent> consents = shelf.consents(plan, items);
        List<PlanView.Blocker> blockers = gates.ofItems(plan, items, consents);
        return new Shelf(
                items.stream()
                        .map(i -> standing(plan, i, consents, blockers, List.of()))
                        .toList(),
                leaf.total,
                leaf.levels,
                leaf.withheld);
    }

    /** A page of items with how they stand, how many the filter admits in all, and all levels that occur. */
    public record Shelf(List<ItemStanding> items, int total, List<String> levels, int withheld) {
        public Shelf {
            items = List.copyOf(items);
            levels = List.copyOf(levels);
        }
    }

    @Operation(Action.SEE_HANDOVER)
    public ItemStanding item(String number, String reference) {
        Plan plan = passage.see(number);
        Item item = known.find(plan, reference);
        if (item == null) {
            throw Refused.notFound();
        }
        List<PlanShelf.Consent> consents =
                known.of(plan, List.of(item)).isEmpty() ? List.of() : shelf.consents(plan, List.of(item));
        return standing(
                plan,
                item,
                consents,
                gates.ofItems(plan, List.of(item), consents),
                chain(reference).stream()
                        .filter(k -> k.plan().equals(plan.number()) || concerned(k))
                        .toList());
    }

    private ItemStanding standing(
            Plan plan,
            Item item,
            List<PlanShelf.Consent> consents,
            List<PlanView.Blocker> blockers,
            List<CustodyView> custody) {
        Instant now = gate.moment().now();
        ItemView view = known.view(plan, item);
        return new ItemStanding(
                view,
                consents.stream()
                        .filter(q -> q.item() == item.id() && view.reference().equals(item.reference()))
                        .map(q -> ConsentView.of(q, now))
                        .toList(),
                blockers.stream()
                        .filter(b -> view.reference().equals(item.reference())
                                && item.reference().equals(b.reference()))
                        .toList(),
                custody);
    }

    /** The references alone, to go through them a part at a time. */
    @Operation(Action.SEE_HANDOVER)
    public List<String> references(String number, ItemFilter filter) {
        Plan plan = passage.see(number);
        return known.all(plan)
                ? shelf.references(plan, gates.choice(plan, filter))
                : known.references(plan, leaf(plan, filter, 0, Integer.MAX_VALUE).items);
    }

    @Operation(Action.SEE_HANDOVER)
    public Reconciliation reconciliation(String number) {
        return Reconciliation.of(known.tallies(passage.see(number)));
    }

    /** One item. */
    @Operation(Action.DISPOSE_ITEM)
    public ItemView dispose(String number, String reference, Decision decision) {
        Plan plan = open(number);
        Item item = shelf.item(plan, reference);
        if (item == null) {
            throw Refused.notFound();
        }
        decide(plan, List.of(item), decision, false);
        gate.notes(reference + " " + decision.disposition());
        return ItemView.of(Objects.requireNonNull(shelf.item(plan, reference)), true);
    }

    /**
     * All items that the filter admits and no rule objects to; answers how many. Those that something objects to stay as they
     * were and are counted as left.
     */
    @Operation(Action.DISPOSE_ITEM)
    public Bulk disposeAll(String number, ItemFilter filter, Decision decision) {
        Plan plan = open(number);
        return disposeAll(plan, shelf.items(plan, gates.choice(plan, filter)), decision);
    }

    /** The same of some. */
    @Operation(Action.DISPOSE_ITEM)
    public Bulk disposeThese(String number, List<String> references, Decision decision) {
        Plan plan = open(number);
        return disposeAll(plan, shelf.items(plan, Choice.of(references)), decision);
    }

    private Bulk disposeAll(Plan plan, List<Item> items, Decision decision) {
        int done = decide(plan, items, decision, true);
        gate.notes("bulk " + decision.disposition() + " " + done + " of " + items.size());
        return new Bulk(done, items.size() - done);
    }

    private Plan open(String number) {
        Plan plan = passage.change(
                number,
                EnumSet.of(
                        Stage.DRAFT,
                        Stage.AGREED,
                        Stage.INVENTORY_FROZEN,
                        Stage.CONSENTS_OPEN,
                        Stage.READY,
                        Stage.EXECUTING,
                        Stage.RECONCILED));
        passage.only(plan, Side.PREDECESSOR);
        return plan;
    }

    private int decide(Plan plan, List<Item> items, Decision decision, boolean skip) {
        checkWords(plan, decision);
        Map<Long, Set<String>> consented = PlanShelf.consented(shelf.consents(plan, items));
        Map<Long, String> custodians = shelf.custodians(plan, items);
        Unassessed unassessed = inventory.unassessed(plan);
        List<Object[]> changes = new ArrayList<>();
        boolean disturbed = false;
        for (Item item : items) {
            Disposition disposition = decision.disposition() == null ? item.disposition() : decision.disposition();
            String substitute = decision.substitute() == null ? item.substitute() : decision.substitute();
            boolean hold = decision.legalHold() == null ? item.legalHold() : decision.legalHold();
            Item held = hold == item.legalHold() ? item : withHold(item, hold);
            List<ItemRules.Rule> against = disposition == null || decision.disposition() == null
                    ? List.of()
                    : objections(plan, held, disposition, substitute, consented, custodians, unassessed);
            if (!against.isEmpty() && skip) {
                continue;
            }
            Objections objections = new Objections();
            against.forEach(rule -> objections.add("disposition", rule.id(), rule.sentence() + "."));
            objections.throwIfAny("objections", "This cannot become of it.");
            disturbed |= disposition != item.disposition() || !Objects.equals(substitute, item.substitute());
            changes.add(new Object[] {
                disposition == null ? null : disposition.name(),
                gate.hat().id(),
                decision.reason() == null ? item.reason() : decision.reason(),
                substitute,
                decision.retention() == null ? item.retention() : decision.retention(),
                hold,
                item.id()
            });
        }
        shelf.on(c -> PlanShelf.batch(
                c,
                "UPDATE handover_item SET disposition = ?, disposed_by = ?, reason = ?, substitute = ?, retention = ?,"
                        + " legal_hold = ? WHERE id = ?",
                changes));
        if (disturbed) {
            standing.review(plan);
        } else {
            standing.moved(plan);
        }
        return changes.size();
    }

    /** What would bar it for good; consent may still come until the day and is asked for again at the signature. */
    private List<ItemRules.Rule> objections(
            Plan plan,
            Item item,
            Disposition disposition,
            @Nullable String substitute,
            Map<Long, Set<String>> consented,
            Map<Long, String> custodians,
            Unassessed unassessed) {
        return ItemRules.against(inventory.facts(
                        plan,
                        item,
                        disposition,
                        substitute,
                        consented.getOrDefault(item.id(), Set.of()),
                        custodians,
                        unassessed))
                .stream()
                .filter(rule -> plan.stage().compareTo(Stage.CONSENTS_OPEN) >= 0
                        || !(rule.id().equals("HND-02") || rule.id().equals("CLS-41")))
                .toList();
    }

    static Item withHold(Item i, boolean hold) {
        return new Item(
                i.id(),
                i.kind(),
                i.reference(),
                i.productId(),
                i.version(),
                i.contentHash(),
                i.originator(),
                i.marking(),
                i.level(),
                i.barriers(),
                i.addendum(),
                i.disposition(),
                i.reason(),
                i.substitute(),
                i.retention(),
                hold,
                i.outcome(),
                i.outcomeAt(),
                i.outcomeWhy(),
                i.certificate(),
                i.registerOut(),
                i.registerIn(),
                i.priority(),
                i.salt());
    }

    private static void checkWords(Plan plan, Decision decision) {
        Objections objections = new Objections();
        if (decision.disposition() == null
                && decision.retention() == null
                && decision.legalHold() == null
                && decision.substitute() == null) {
            objections.add(
                    "disposition",
                    "HND-01",
                    "Say what becomes of it: a disposition, a retention code or a legal hold.");
        }
        String retention = decision.retention();
        if (retention != null && !RETENTION.contains(retention)) {
            objections.add("retention", "HND-19", "'" + retention + "' is none of " + RETENTION + ".");
        }
        if (decision.reason() != null && decision.reason().length() > 400) {
            objections.add("reason", "HND-01", "A reason has at most 400 characters.");
        }
        boolean executed = plan.executedAt() != null;
        if (executed && decision.disposition() != null) {
            objections.add("disposition", "HND-03", "Authority has passed; what became of it is an outcome now.");
        }
        objections.throwIfAny("objections", "This cannot be decided.");
    }

    /** Through whose hands a product went, oldest first (HND-05, HND-14). */
    @Operation(Action.SEE_CUSTODY)
    public List<CustodyView> custody(String product) {
        gate.asked(product);
        List<CustodyView> chain = chain(product);
        if (chain.stream().noneMatch(this::concerned)) {
            throw Refused.notFound();
        }
        gate.decideOwn(product, chain.getFirst().originator(), null, true);
        return chain;
    }

    /** Who gave it away or made it knows of it; who has it, as far as this hat may know of it. */
    private boolean concerned(CustodyView link) {
        String own = gate.hat().organisation();
        return link.from().equals(own)
                || link.originator().equals(own)
                || (link.to().equals(own) && circulation.mayKnow(link.product(), gate.hat()));
    }

    private List<CustodyView> chain(String product) {
        return shelf.on(c -> rows(
                c,
                "SELECT k.*, h.number plan_number, p.originator FROM custody k JOIN handover_plan h ON h.id = k.plan"
                        + " JOIN product p ON p.id = k.product_id WHERE p.number = ? ORDER BY k.ordinal",
                r -> new CustodyView(
                        r.getInt("ordinal"),
                        r.getString("kind"),
                        r.getString("from_org"),
                        r.getString("to_org"),
                        Objects.requireNonNull(org.entente.world.Sql.instant(r, "at")),
                        r.getString("plan_number"),
                        java.util.HexFormat.of().formatHex(r.getBytes("content_hash")),
                        r.getString("signed_from"),
                        r.getString("signed_to"),
                        r.getString("register_out"),
                        r.getString("register_in"),
                        r.getString("originator"),
                        product),
                product));
    }
}
