package org.entente.web.handover;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.handover.Barrier;
import org.entente.handover.Disposition;
import org.entente.handover.Handovers;
import org.entente.handover.Inventories;
import org.entente.handover.ItemStanding;
import org.entente.handover.ItemView;
import org.entente.handover.Move;
import org.entente.handover.Outcome;
import org.entente.handover.Outcomes;
import org.entente.handover.PlanView;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.entente.web.shell.Words;
import org.jspecify.annotations.Nullable;

/** The inventory of a plan, some items at a time; what is decided is of one item, of those ticked, or of all that are found. */
@Named
@ViewScoped
public class HandoverItemsPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ROWS = 25;

    @Inject
    private Handovers handovers;

    @Inject
    private Inventories inventories;

    @Inject
    private Outcomes outcomes;

    @Inject
    private Shell shell;

    @Inject
    private Words words;

    private String number = "";
    private final ItemQuery query = new ItemQuery();
    private @Nullable String item;
    private @Nullable String page;
    private final ItemForm form = new ItemForm();
    private @Nullable ItemRun run;
    private transient Inventories.@Nullable Shelf found;
    private transient @Nullable ItemStanding one;
    private transient @Nullable Set<Move> moves;
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        moves = handovers.moves(number);
        if (item != null) {
            form.show(getOne().item(), may("DISPOSE_ITEMS"));
        }
    }

    public @Nullable String decide() {
        return one(() -> inventories.dispose(number, Ask.needed("item", item), form.decision()));
    }

    public @Nullable String account() {
        return one(() -> outcomes.account(number, Ask.needed("item", item), form.account()));
    }

    private @Nullable String one(java.util.function.Supplier<ItemView> decision) {
        try {
            String reference = decision.get().reference();
            shell.say("done.handover.items");
            return address() + "&item=" + reference;
        } catch (Refused refused) {
            objected = Objected.of(refused);
            return null;
        }
    }

    public void decideTicked() {
        begin(false, Ticked.boxes());
    }

    public void decideAll() {
        begin(false, inventories.references(number, query.filter()));
    }

    public void accountTicked() {
        begin(true, Ticked.boxes());
    }

    /** Items that this hat may not know are received with the rest, in one act and without a name. */
    public void accountAll() {
        if (getFound().withheld() > 0 && query.filter().bare()) {
            try {
                outcomes.accountUnnamed(number, form.account());
            } catch (Refused refused) {
                objected = Objected.of(refused);
                return;
            }
        }
        begin(true, inventories.references(number, query.filter()));
    }

    /** The next part of what was begun. */
    public void step() {
        ItemRun going = run;
        // what was looked up for this request was looked up before the change
        found = null;
        if (going != null) {
            try {
                going.take(some -> going.accounting()
                        ? outcomes.accountThese(number, some, form.account())
                        : inventories.disposeThese(number, some, form.decision()));
            } catch (Refused refused) {
                run = null;
                objected = Objected.of(refused);
            }
        }
    }

    private void begin(boolean accounting, List<String> references) {
        if (!accounting && !form.decides()) {
            throw Refused.malformed("malformed", "disposition", "SYNTAX", "Choose what becomes of them.");
        }
        run = new ItemRun(accounting, references);
        step();
    }

    public boolean may(String move) {
        Set<Move> known = moves;
        if (known == null) {
            known = handovers.moves(number);
            moves = known;
        }
        return known.contains(Move.valueOf(move));
    }

    public Inventories.Shelf getFound() {
        Inventories.Shelf known = found;
        if (known == null) {
            known = inventories.standing(number, query.filter(), (getLeaf() - 1) * ROWS, ROWS);
            found = known;
        }
        return known;
    }

    public ItemStanding getOne() {
        ItemStanding known = one;
        if (known == null) {
            known = inventories.item(number, Objects.requireNonNull(item));
            one = known;
        }
        return known;
    }

    /** This list as an address, for links that leaf, open an item, and lead back. */
    public String getAddress() {
        return address().replace("handover-items?faces-redirect=true&", "handover-items.xhtml?");
    }

    private String address() {
        return "handover-items?faces-redirect=true&number=" + number
                + query.parameters().entrySet().stream()
                        .map(p -> "&" + p.getKey() + "="
                                + java.net.URLEncoder.encode(p.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
    }

    /** What is in the way, in the reader's language. */
    public String said(PlanView.Blocker blocker) {
        return words.objection(new Objection("item", blocker.rule(), blocker.message()));
    }

    /** What a form's field is objected to for, beside it. */
    public String in(String field) {
        return objected.in(field, words);
    }

    public int getLeaf() {
        return page != null && page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1;
    }

    public int getLeaves() {
        return Math.max(1, (getFound().total() + ROWS - 1) / ROWS);
    }

    public List<String> getKinds() {
        return List.of("OWN", "RECEIVED", "DRAFT", "ENTRY");
    }

    public List<Disposition> getDispositions() {
        return Arrays.asList(Disposition.values());
    }

    /** What this hat's side may say. */
    public List<Outcome> getSayable() {
        return handovers.outcomes(number);
    }

    public List<Outcome> getOutcomes() {
        return Arrays.asList(Outcome.values());
    }

    public List<Barrier> getBarriers() {
        return Arrays.asList(Barrier.values());
    }

    public List<String> getRetentions() {
        return Inventories.RETENTION;
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

    public @Nullable ItemRun getRun() {
        return run;
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
