package org.entente.web.product;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.product.Derivatives;
import org.entente.product.GoneSource;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** A source of a product that is gone, and whether the product stands without it. */
@Named
@ViewScoped
public class GoneSourcePage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Derivatives derivatives;

    @Inject
    private Shell shell;

    private String number = "";
    private String source = "";
    private @Nullable String reason;
    private @Nullable String seen;
    private transient @Nullable GoneSource gone;
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        GoneSource found = derivatives.see(number, source);
        gone = found;
        seen = found.seen();
        String typed = shell.kept(here());
        if (typed != null) {
            reason = typed;
        }
    }

    public @Nullable String keep() {
        return decide(GoneSource.Verdict.KEEP);
    }

    public @Nullable String withdraw() {
        return decide(GoneSource.Verdict.WITHDRAW);
    }

    private @Nullable String decide(GoneSource.Verdict verdict) {
        try {
            derivatives.decide(number, source, verdict, reason, seen);
            shell.say("done.goneSource." + verdict);
            return "product?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            if (Objected.unproved(refused)) {
                shell.proveYourself(here(), reason);
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
        return "/gone-source.xhtml?number=" + number + "&source=" + source;
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public @Nullable GoneSource getGone() {
        return gone;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }

    public String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source == null ? "" : source;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    /** The seal over what this page showed; it comes back with the decision. */
    public @Nullable String getSeen() {
        return seen;
    }

    public void setSeen(@Nullable String seen) {
        this.seen = seen;
    }
}
