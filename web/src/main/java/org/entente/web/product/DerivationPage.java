package org.entente.web.product;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.product.DerivationView;
import org.entente.product.Derivations;
import org.entente.product.PortionView;
import org.entente.product.Products;
import org.entente.product.Reading;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.entente.web.shell.Words;
import org.jspecify.annotations.Nullable;

/** Questions to originators, whether what draws on their products may be marked less strictly: asked, listed, answered. */
@Named
@ViewScoped
public class DerivationPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Derivations derivations;

    @Inject
    private Products products;

    @Inject
    private Shell shell;

    @Inject
    private Words words;

    private String number = "";
    private @Nullable String seen;
    private @Nullable String source;
    private @Nullable List<String> paragraphs;
    private @Nullable String marking;
    private @Nullable String purpose;
    private @Nullable String reason;
    private @Nullable String reference;
    private @Nullable String lapses;
    private transient List<DerivationView> all = List.of();
    private transient List<PortionView> portions = List.of();
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        all = derivations.list();
        DerivationView one = getOne();
        if (!number.isEmpty() && one == null) {
            throw Refused.notFound();
        }
        seen = one == null ? null : one.seen();
        if (source != null && products.read(source) instanceof Reading.Full full) {
            portions = full.product().portions();
        }
    }

    public @Nullable String ask() {
        try {
            List<DerivationView> asked = derivations.ask(new Derivations.Asking(
                    source == null ? "" : source,
                    paragraphs == null ? List.of() : paragraphs,
                    marking == null ? "" : marking,
                    purpose == null ? "" : purpose));
            shell.say("done.derivationAsked");
            return "derivations?faces-redirect=true&number=" + asked.getFirst().number();
        } catch (Refused refused) {
            objected = Objected.of(refused);
            return null;
        }
    }

    public @Nullable String grant() {
        return answer(true);
    }

    public @Nullable String refuse() {
        return answer(false);
    }

    private @Nullable String answer(boolean granted) {
        try {
            derivations.answer(
                    number,
                    new Derivations.Answer(
                            granted, Ask.text(reason), Ask.text(reference), Ask.minute("lapses", lapses)),
                    seen);
            shell.say(granted ? "done.derivation.granted" : "done.derivation.refused");
            return "derivations?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            objected = Objected.of(refused);
            if (Objected.changed(refused)) {
                load();
            }
            return null;
        }
    }

    public @Nullable DerivationView getOne() {
        return all.stream().filter(d -> d.number().equals(number)).findFirst().orElse(null);
    }

    public boolean isInWriting() {
        DerivationView one = getOne();
        return one != null && !one.giver().equals(shell.getMe().organisation());
    }

    public List<DerivationView> getAll() {
        return all;
    }

    public List<PortionView> getPortions() {
        return portions;
    }

    public String wrong(String field) {
        return objected.in(field, words);
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    /** The seal over the question as this page showed it; it comes back with the answer. */
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

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = Ask.text(source);
    }

    public @Nullable List<String> getParagraphs() {
        return paragraphs;
    }

    public void setParagraphs(@Nullable List<String> paragraphs) {
        this.paragraphs = paragraphs;
    }

    public @Nullable String getMarking() {
        return marking;
    }

    public void setMarking(@Nullable String marking) {
        this.marking = marking;
    }

    public @Nullable String getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable String purpose) {
        this.purpose = purpose;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String reference) {
        this.reference = reference;
    }

    public @Nullable String getLapses() {
        return lapses;
    }

    public void setLapses(@Nullable String lapses) {
        this.lapses = lapses;
    }
}
