package org.entente.web.auditor;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.entente.auditor.PurgeView;
import org.entente.auditor.Purges;
import org.entente.gate.Objection;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Purges of old events: ordered by one, approved by another, with certificates that stay. */
@Named
@ViewScoped
public class PurgePage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Purges purges;

    @Inject
    private Shell shell;

    private @Nullable String before;
    private @Nullable String reason;
    private transient List<PurgeView> all = List.of();
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        all = purges.list();
    }

    public @Nullable String order() {
        try {
            purges.order(Ask.day("before", before), reason);
            shell.say("done.purgeOrdered");
            return "purges?faces-redirect=true";
        } catch (Refused refused) {
            objected = Objected.of(refused);
            load();
            return null;
        }
    }

    public @Nullable String approve(String number) {
        try {
            purges.approve(number);
            shell.say("done.purged");
            return "purges?faces-redirect=true";
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.SecondFactorRequired) {
                shell.proveYourself("/purges.xhtml", null);
                return null;
            }
            throw refused;
        }
    }

    public List<PurgeView> getAll() {
        return all;
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public @Nullable String getBefore() {
        return before;
    }

    public void setBefore(@Nullable String before) {
        this.before = before;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
