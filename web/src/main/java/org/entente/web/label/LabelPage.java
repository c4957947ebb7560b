package org.entente.web.label;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.label.Labels;
import org.entente.product.LabelProposal;
import org.entente.product.Products;
import org.entente.product.Purpose;
import org.entente.product.Reading;
import org.entente.product.Relabelling;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.entente.web.shell.Words;
import org.jspecify.annotations.Nullable;

/** Another label for a published product: old and new side by side, and the banner before anything is changed. */
@Named
@ViewScoped
public class LabelPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Labels labels;

    @Inject
    private Products products;

    @Inject
    private Shell shell;

    @Inject
    private Words words;

    private String number = "";
    private @Nullable String reason;
    private @Nullable String seen;
    private transient LabelForm form = new LabelForm();
    private transient @Nullable LabelProposal now;
    private transient @Nullable LabelProposal next;
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        LabelProposal known = labels.proposed(number, null);
        now = known;
        seen = known.seen();
        next = known;
        if (products.readFor(number, Purpose.LABELLING) instanceof Reading.Full full
                && full.product().withheld().isEmpty()) {
            form = LabelForm.of(known, full.product().portions());
        }
        LabelForm.Typed typed = shell.kept(here(), LabelForm.Typed.class);
        if (typed != null) {
            form.again(typed);
            reason = typed.reason();
            preview();
        }
    }

    /** What the label would be, or what stands in its way. */
    public void preview() {
        objected = Objected.NOTHING;
        try {
            next = labels.proposed(number, form.label());
        } catch (Refused refused) {
            next = null;
            objected = Objected.of(refused);
        }
    }

    public @Nullable String change() {
        try {
            labels.relabel(number, form.label(), reason, seen);
            shell.say("done.relabelled");
            return "product?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            if (Objected.unproved(refused)) {
                shell.proveYourself(here(), form.typed(reason));
                return null;
            }
            objected = Objected.of(refused);
            if (Objected.changed(refused)) {
                load();
            }
            return null;
        }
    }

    private String here() {
        return "/relabel.xhtml?number=" + number;
    }

    /** Whether the new label lets more people read it, or has it kept with less care. */
    public boolean isWeaker() {
        LabelProposal proposed = next;
        return proposed != null && Relabelling.weaker(proposed.kind());
    }

    public String wrong(String field) {
        return objected.in(field, words);
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public LabelForm getForm() {
        return form;
    }

    public @Nullable LabelProposal getNow() {
        return now;
    }

    public @Nullable LabelProposal getNext() {
        return next;
    }

    /** The seal over the label as this page showed it first; it comes back with the form. */
    public @Nullable String getSeen() {
        return seen;
    }

    public void setSeen(@Nullable String seen) {
        this.seen = seen;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
