package org.entente.web.handover;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.handover.Barrier;
import org.entente.handover.Disposition;
import org.entente.handover.Handovers;
import org.entente.handover.Inventories;
import org.entente.handover.ItemFilter;
import org.entente.handover.ItemView;
import org.entente.handover.Move;
import org.entente.handover.Outcome;
import org.entente.handover.Reconciliation;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** The inventory of a plan, a hundred items at a time; what is decided is of one item or of all that the filter admits. */
@Named
@ViewScoped
public class HandoverItemsPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ROWS = 100;

    @Inject
    private Handovers handovers;

    @Inject
    private Inventories inventories;

    @Inject
    private Shell shell;

    private String number = "";
    private final ItemQuery query = new ItemQuery();
    private @Nullable String item;
    private @Nullable String page;
    private final ItemForm form = new ItemForm();
    private transient Inventories.@Nullable ItemPage items;
    private transient @Nullable Set<Move> moves;
    private transient @Nullable Reconciliation reconciliation;
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        moves = handovers.moves(number);
        items = inventories.items(number, filter(), (getLeaf() - 1) * ROWS, ROWS);
        reconciliation = inventories.reconciliation(number);
    }

    private ItemFilter filter() {
        return query.filter();
    }

    public @Nullable String decide() {
        return done(() -> item == null
                ? inventories.disposeAll(number, filter(), form.decision())
                : one(inventories.dispose(number, item, form.decision())));
    }

    public @Nullable String account() {
        return done(() -> item == null
                ? inventories.accountAll(number, filter(), form.account())
                : one(inventories.account(number, item, form.account())));
    }

    private static Inventories.Bulk one(ItemView done) {
        return new Inventories.Bulk(done.reference().isEmpty() ? 0 : 1, 0);
    }

    private @Nullable String done(Supplier<Inventories.Bulk> decision) {
        try {
            Inventories.Bulk bulk = decision.get();
            shell.say(bulk.left() == 0 ? "done.handover.items" : "done.handover.itemsLeft");
            return "handover-items?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            items = null;
            objected = Objected.of(refused);
            return null;
        }
    }

    public boolean may(String move) {
        if (moves == null) {
            load();
        }
        return moves != null && moves.contains(Move.valueOf(move));
    }

    public Inventories.ItemPage getItems() {
        if (items == null) {
            load();
        }
        return Objects.requireNonNull(items);
    }

    public @Nullable Reconciliation getReconciliation() {
        return reconciliation;
    }

    public int of(Reconciliation.Line line, Outcome outcome) {
        return line.outcomes().getOrDefault(outcome, 0);
    }

    public int getLeaf() {
        return page != null && page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1;
    }

    public boolean isMore() {
        return getLeaf() * ROWS < getItems().total();
    }

    public List<String> getKinds() {
        return List.of("OWN", "RECEIVED", "DRAFT", "ENTRY");
    }

    public List<Disposition> getDispositions() {
        return Arrays.asList(Disposition.values());
    }

    public List<Outcome> getOutcomes() {
        return Arrays.asList(Outcome.values());
    }

    public List<Barrier> getBarriers() {
        return Arrays.asList(Barrier.values());
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public ItemQuery getQuery() {
        return query;
    }

    public ItemForm getForm() {
        return form;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }

    public @Nullable String getItem() {
        return item;
    }

    public void setItem(@Nullable String item) {
        this.item = Ask.text(item);
    }

    public @Nullable String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page;
    }
}
