package org.entente.web.release;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.organisation.SchemeView;
import org.entente.organisation.Schemes;
import org.entente.release.DelegationView;
import org.entente.release.Delegations;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Who signs for the release authority, up to which level, for how long. */
@Named
@ViewScoped
public class DelegationPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String HERE = "/delegations.xhtml";

    /** What was typed before going away for a second factor. */
    private record Typed(
            @Nullable String to,
            @Nullable String ceiling,
            ArrayList<String> types,
            @Nullable String from,
            @Nullable String until)
            implements Serializable {}

    @Inject
    private Delegations delegations;

    @Inject
    private Schemes schemes;

    @Inject
    private Shell shell;

    private @Nullable String to;
    private @Nullable String ceiling;
    private @Nullable List<String> types;
    private @Nullable String from;
    private @Nullable String until;
    private final Map<String, String> reasons = new HashMap<>();
    private transient List<DelegationView> all = List.of();
    private transient List<SchemeView.LevelView> levels = List.of();
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        Typed typed = shell.kept(HERE, Typed.class);
        if (typed != null) {
            to = typed.to;
            ceiling = typed.ceiling;
            types = typed.types;
            from = typed.from;
            until = typed.until;
        }
        all = delegations.list();
        if (shell.may("DELEGATE")) {
            levels = schemes.list().stream()
                    .filter(s -> s.organisation().equals(shell.getMe().organisation()))
                    .flatMap(s -> s.levels().stream())
                    .toList();
        }
    }

    public @Nullable String delegate() {
        return done(
                "done.delegated",
                () -> delegations.delegate(
                        to == null ? "" : to.strip(),
                        ceiling == null ? "" : ceiling,
                        types == null ? List.of() : types,
                        Ask.minute("from", from),
                        Ask.minute("until", until)));
    }

    public @Nullable String revoke(String number) {
        return done("done.revoked", () -> delegations.revoke(number, reasons.getOrDefault(number, "")));
    }

    private @Nullable String done(String notice, Runnable change) {
        try {
            change.run();
            shell.say(notice);
            return "delegations?faces-redirect=true";
        } catch (Refused refused) {
            if (Objected.unproved(refused)) {
                List<String> chosen = types == null ? List.of() : types;
                shell.proveYourself(HERE, new Typed(to, ceiling, new ArrayList<>(chosen), from, until));
                return null;
            }
            objected = Objected.of(refused);
            return null;
        }
    }

    public boolean revocable(DelegationView delegation) {
        return delegation.revokedAt() == null && shell.may("REVOKE_DELEGATION");
    }

    public List<DelegationView> getAll() {
        return all;
    }

    public List<SchemeView.LevelView> getLevels() {
        return levels;
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public Map<String, String> getReasons() {
        return reasons;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public @Nullable String getCeiling() {
        return ceiling;
    }

    public void setCeiling(@Nullable String ceiling) {
        this.ceiling = ceiling;
    }

    public @Nullable List<String> getTypes() {
        return types;
    }

    public void setTypes(@Nullable List<String> types) {
        this.types = types;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until;
    }
}
