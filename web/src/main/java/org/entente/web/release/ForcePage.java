package org.entente.web.release;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.release.DueDiligence;
import org.entente.release.ForceView;
import org.entente.release.Risk;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Partners' security forces and what one's own organisation knows of them. */
@Named
@ViewScoped
public class ForcePage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String HERE = "/forces.xhtml";

    /** What was typed before somebody went to use a second factor. */
    private record Typed(
            @Nullable String force,
            @Nullable String risk,
            @Nullable String mitigation,
            @Nullable String from,
            @Nullable String to)
            implements Serializable {}

    @Inject
    private DueDiligence dueDiligence;

    @Inject
    private Shell shell;

    private @Nullable String force;
    private @Nullable String risk;
    private @Nullable String mitigation;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String reason;
    private transient List<ForceView> all = List.of();
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        Typed typed = shell.kept(HERE, Typed.class);
        if (typed != null) {
            force = typed.force;
            risk = typed.risk;
            mitigation = typed.mitigation;
            from = typed.from;
            to = typed.to;
        }
        all = dueDiligence.forces();
    }

    public @Nullable String review() {
        return done(
                "done.reviewed",
                () -> dueDiligence.review(
                        force == null ? "" : force,
                        risk == null ? "" : risk,
                        Ask.text(mitigation),
                        Ask.day("from", from),
                        Ask.dayAfter("to", to)));
    }

    public @Nullable String flag() {
        return done("done.flagged", () -> dueDiligence.flag(force == null ? "" : force, reason == null ? "" : reason));
    }

    private @Nullable String done(String notice, Runnable change) {
        try {
            change.run();
            shell.say(notice);
            return "forces?faces-redirect=true";
        } catch (Refused refused) {
            if (Objected.unproved(refused)) {
                shell.proveYourself(HERE, new Typed(force, risk, mitigation, from, to));
                return null;
            }
            objected = Objected.of(refused);
            return null;
        }
    }

    public List<ForceView> getAll() {
        return all;
    }

    /** Whether a review here may lift a bar, which asks for a second factor. */
    public boolean isFlagged() {
        return all.stream().anyMatch(f -> f.flaggedAt() != null);
    }

    public List<Risk> getRisks() {
        return List.of(Risk.values());
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public @Nullable String getForce() {
        return force;
    }

    public void setForce(@Nullable String force) {
        this.force = force;
    }

    public @Nullable String getRisk() {
        return risk;
    }

    public void setRisk(@Nullable String risk) {
        this.risk = risk;
    }

    public @Nullable String getMitigation() {
        return mitigation;
    }

    public void setMitigation(@Nullable String mitigation) {
        this.mitigation = mitigation;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
