package org.entente.handover;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.product.Circulation;
import org.entente.product.Destruction;
import org.entente.release.Suspensions;
import org.jspecify.annotations.Nullable;

/** What really became of the items after the transfer, and what goes back of it. */
@Stateless
public class Outcomes {
    private static final int AT_ONCE = 500;

    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    private PlanPassage passage;

    @Inject
    private PlanGates gates;

    @Inject
    private Destruction destruction;

    @Inject
    private Suspensions suspensions;

    @Inject
    private Circulation circulation;

    @Inject
    private Known known;

    @Inject
    private Standing standing;

    /**
     * What became of items.
     *
     * @param witnesses hats of two persons who saw it destroyed
     */
    public record Account(
            Outcome outcome,
            @Nullable String reason,
            @Nullable String certificate,
            List<String> witnesses) {
        public Account {
            witnesses = List.copyOf(witnesses);
        }
    }

    /** What became of one item; the successor receives or rejects, the predecessor returns, retains or destroys. */
    @Operation(Action.RECEIVE_ITEM)
    public ItemView account(String number, String reference, Account account) {
        Plan plan = passage.change(number, EnumSet.of(Stage.EXECUTING));
        Item item = known.find(plan, reference);
        if (item == null) {
            throw Refused.notFound();
        }
        Function<Item, ItemView> showing = known.showing(plan, item);
        settle(plan, List.of(item), account);
        gate.notes(reference + " " + account.outcome());
        return showing.apply(Objects.requireNonNull(shelf.item(plan, item.reference())));
    }

    /** The same of all items that the filter admits and of which nobody has said it yet. */
    @Operation(Action.RECEIVE_ITEM)
    public Bulk accountAll(String number, ItemFilter filter, Account account) {
        Plan plan = passage.change(number, EnumSet.of(Stage.EXECUTING));
        List<Item> open = shelf.items(plan, gates.choice(plan, filter.stillUnaccounted()));
        // all of them, or those of some kind that one may know: how many others are of that kind is nobody's to learn
        return accountAll(plan, filter.bare() ? open : known.among(plan, open), account);
    }

    /** The same of all items that this hat may not know: they come with the rest, and without a name. */
    @Operation(Action.RECEIVE_ITEM)
    public Bulk accountUnnamed(String number, Account account) {
        Plan plan = passage.change(number, EnumSet.of(Stage.EXECUTING));
        List<Item> open = new ArrayList<>(shelf.items(plan, Choice.of(ItemFilter.NONE.stillUnaccounted())));
        open.removeAll(known.among(plan, open));
        return accountAll(plan, open, account);
    }

    /** The same of some. */
    @Operation(Action.RECEIVE_ITEM)
    public Bulk accountThese(String number, List<String> references, Account account) {
        Plan plan = passage.change(number, EnumSet.of(Stage.EXECUTING));
        Choice open = Choice.of(ItemFilter.NONE.stillUnaccounted());
        List<Item> named = known.all(plan)
                ? shelf.items(plan, open.among(references))
                : known.named(plan, shelf.items(plan, open), references);
        return accountAll(plan, named, account);
    }

    private Bulk accountAll(Plan plan, List<Item> admitted, Account account) {
        List<Item> fit =
                admitted.stream().filter(i -> fits(i, account.outcome())).toList();
        settle(plan, fit, account);
        gate.notes("bulk " + account.outcome() + " " + fit.size());
        return new Bulk(fit.size(), admitted.size() - fit.size());
    }

    /**
     * Only what was sent is received, and only what was not is kept, returned or destroyed; anything may be disputed. A legal hold
     * that comes after the decision still overrides it (HND-19).
     */
    static boolean fits(Item item, Outcome outcome) {
        Disposition disposition = item.disposition();
        if (barredByHold(item, outcome)) {
            return false;
        }
        return switch (outcome) {
            case RECEIVED, REJECTED -> disposition != null && disposition.sent();
            case DESTROYED -> disposition == Disposition.DESTROY;
            case RETURNED -> disposition != null && (disposition == Disposition.RETURN || disposition.sent());
            case RETAINED -> disposition == Disposition.RETAIN;
            case ON_HOLD -> disposition != Disposition.DESTROY || item.legalHold();
        };
    }

    private static boolean barredByHold(Item item, Outcome outcome) {
        return item.legalHold() && (outcome == Outcome.DESTROYED || outcome == Outcome.RETURNED);
    }

    private void settle(Plan plan, List<Item> items, Account account) {
        Hat hat = gate.hat();
        Side side = plan.side(hat);
        Outcome outcome = account.outcome();
        if (side == null || !outcome.of(side)) {
            throw Refused.forbidden("other-side", "The other side says whether it is " + outcome + ".", "HND-06");
        }
        Objections objections = new Objections();
        items.stream()
                .filter(i -> !fits(i, outcome))
                .forEach(i -> objections.add(
                        "outcome",
                        barredByHold(i, outcome) ? "HND-19" : "HND-06",
                        barredByHold(i, outcome)
                                ? "It is under a legal hold: it is kept or held, nothing else."
                                : "With the disposition " + i.disposition() + " it cannot be " + outcome + "."));
        for (Item item : items) {
            Outcome before = item.outcome();
            if (before != null && !before.mayBecome(outcome)) {
                objections.add(
                        "outcome", "HND-06", "It is " + before + ", which cannot become " + outcome + " any more.");
            }
        }
        boolean explained = outcome != Outcome.REJECTED && outcome != Outcome.ON_HOLD;
        if (!explained && (account.reason() == null || account.reason().isBlank())) {
            objections.add("reason", "HND-06", "What was rejected or is on hold has a reason.");
        }
        String certificate = account.certificate();
        if (outcome == Outcome.DESTROYED) {
            certificate = certified(account, objections);
        }
        objections.throwIfAny("objections", "This cannot have become of it.");
        Instant now = gate.moment().now();
        List<Object[]> changes = new ArrayList<>();
        for (Item item : items) {
            changes.add(new Object[] {
                outcome.name(),
                LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                hat.id(),
                account.reason(),
                certificate,
                item.id()
            });
        }
        List<Item> gone = new ArrayList<>();
        shelf.on(c -> {
            int changed = PlanShelf.batch(
                    c,
                    "UPDATE handover_item SET outcome = ?, outcome_at = ?, outcome_by = ?, outcome_why = ?, certificate = ?"
                            + " WHERE id = ?",
                    changes);
            if (outcome == Outcome.DESTROYED) {
                gone.addAll(items);
            }
            if (outcome.wentBack()) {
                takeBack(c, plan, goingBack(items), now);
                takeBack(c, plan, substitutes(c, items), now);
                circulation.takenBack(plan.successor(), now);
            }
            return changed;
        });
        for (Item item : gone) {
            destroy(plan, item, Objects.requireNonNull(certificate));
        }
        standing.moved(plan);
    }

    /** One's own is gone for everybody; of what others made one's own copy is, and theirs stays with them. */
    private void destroy(Plan plan, Item item, String certificate) {
        if (item.productId() == null) {
            return;
        }
        if (item.originator().equals(plan.predecessor())) {
            suspensions.suspend(item.reference(), null, "HND-13 " + plan.number());
            destruction.destroy(item.reference(), certificate);
        } else {
            circulation.end(item.reference(), plan.predecessor(), gate.moment().now());
        }
    }

    /** Products of items that went and have not come back yet. */
    static List<Long> goingBack(List<Item> items) {
        List<Long> products = new ArrayList<>();
        for (Item item : items) {
            Disposition disposition = item.disposition();
            Outcome before = item.outcome();
            Long product = item.productId();
            if (product != null
                    && disposition != null
                    && disposition.asItIs()
                    && (before == null || !before.wentBack())) {
                products.add(product);
            }
        }
        return products;
    }

    /** What went in the place of others that have not come back yet; it was a copy, and custody of it never passed. */
    private static List<Long> substitutes(Connection c, List<Item> items) throws SQLException {
        List<Long> products = new ArrayList<>();
        for (Item item : items) {
            Outcome before = item.outcome();
            String substitute = item.substitute();
            if (item.disposition() == Disposition.SANITISE_THEN_COPY
                    && substitute != null
                    && (before == null || !before.wentBack())) {
                products.addAll(rows(c, "SELECT id FROM product WHERE number = ?", r -> r.getLong(1), substitute));
            }
        }
        return products;
    }

    /** Custody of what was not taken goes back where it came from, and so does the copy. */
    private static void takeBack(Connection c, Plan plan, List<Long> products, Instant now) throws SQLException {
        if (products.isEmpty()) {
            return;
        }
        execute(c, "UPDATE head SET changes = changes + 1 WHERE id = 1");
        for (int i = 0; i < products.size(); i += AT_ONCE) {
            List<Long> some = products.subList(i, Math.min(products.size(), i + AT_ONCE));
            String these = " IN (" + String.join(", ", Collections.nCopies(some.size(), "?")) + ")";
            execute(
                    c,
                    "INSERT INTO custody (product_id, ordinal, kind, from_org, to_org, at, plan, content_hash, signed_from,"
                            + " signed_to, register_out, register_in, downgrade) SELECT k.product_id, k.ordinal + 1, k.kind,"
                            + " k.to_org, k.from_org, ?, k.plan, k.content_hash, k.signed_to, k.signed_from, k.register_in,"
                            + " k.register_out, FALSE FROM custody k JOIN (SELECT product_id, MAX(ordinal) latest FROM custody"
                            + " WHERE plan = ? AND product_id" + these + " GROUP BY product_id) l"
                            + " ON l.product_id = k.product_id AND l.latest = k.ordinal",
                    with(some, now, plan.id()));
            execute(
                    c,
                    "UPDATE dissemination SET valid_to = ? WHERE receiver = ? AND valid_to IS NULL AND valid_from = ?"
                            + " AND product_id" + these,
                    with(some, now, plan.successor(), plan.executedAt()));
            execute(
                    c,
                    "INSERT INTO product_change (seq, product_id) SELECT h.changes, p.id FROM head h JOIN product p"
                            + " WHERE h.id = 1 AND p.id" + these,
                    with(some));
        }
    }

    private static @Nullable Object[] with(List<Long> products, @Nullable Object... before) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(before));
        all.addAll(products);
        return all.toArray();
    }

    private String certified(Account account, Objections objections) {
        Set<String> persons = new HashSet<>();
        gate.moment().world().hats().stream()
                .filter(h -> account.witnesses().contains(h.id()))
                .forEach(h -> persons.add(h.person()));
        persons.remove(gate.hat().person());
        if (persons.size() < 2) {
            objections.add("witnesses", "HND-13", "Two persons other than the one who says so see it destroyed.");
        }
        String certificate = account.certificate();
        if (certificate == null || certificate.isBlank() || certificate.length() > 200) {
            objections.add(
                    "certificate",
                    "CLS-50",
                    "A certificate of destruction says how and where, in 1 to 200 characters.");
        }
        return certificate + " (witnesses " + String.join(", ", account.witnesses()) + ")";
    }
}
