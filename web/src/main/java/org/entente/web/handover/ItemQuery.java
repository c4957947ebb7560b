package org.entente.web.handover;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.handover.Barrier;
import org.entente.handover.Disposition;
import org.entente.handover.ItemFilter;
import org.entente.handover.Outcome;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.jspecify.annotations.Nullable;

/** Which items are looked at, as the address says it. */
public class ItemQuery implements Serializable {
    private static final long serialVersionUID = 1;
    /** Nothing has been said of it yet. */
    private static final String NONE = "NONE";

    private @Nullable String kind;
    private @Nullable String disposition;
    private @Nullable String outcome;
    private @Nullable String level;
    private @Nullable String barrier;
    private @Nullable String addendum;
    private @Nullable String rule;

    ItemFilter filter() {
        boolean undisposed = NONE.equals(disposition);
        boolean unaccounted = NONE.equals(outcome);
        boolean free = NONE.equals(barrier);
        return new ItemFilter(
                Ask.text(kind),
                undisposed ? null : Chosen.optional(Disposition.class, disposition, "disposition"),
                unaccounted ? null : Chosen.optional(Outcome.class, outcome, "outcome"),
                Ask.text(level),
                free ? null : Chosen.optional(Barrier.class, barrier, "barrier"),
                undisposed,
                unaccounted,
                free,
                "true".equals(addendum),
                Ask.text(rule));
    }

    /** The same as parameters of an address; what restricts nothing is left out. */
    Map<String, String> parameters() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("kind", Ask.text(kind));
        all.put("disposition", Ask.text(disposition));
        all.put("outcome", Ask.text(outcome));
        all.put("level", Ask.text(level));
        all.put("barrier", Ask.text(barrier));
        all.put("addendum", Ask.text(addendum));
        all.put("rule", Ask.text(rule));
        return all.entrySet().stream()
                .filter(p -> p.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, p -> String.valueOf(p.getValue()), (a, b) -> a, LinkedHashMap::new));
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getDisposition() {
        return disposition;
    }

    public void setDisposition(@Nullable String disposition) {
        this.disposition = disposition;
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome;
    }

    public @Nullable String getLevel() {
        return level;
    }

    public void setLevel(@Nullable String level) {
        this.level = level;
    }

    public @Nullable String getBarrier() {
        return barrier;
    }

    public void setBarrier(@Nullable String barrier) {
        this.barrier = barrier;
    }

    public @Nullable String getAddendum() {
        return addendum;
    }

    public void setAddendum(@Nullable String addendum) {
        this.addendum = addendum;
    }

    public @Nullable String getRule() {
        return rule;
    }

    public void setRule(@Nullable String rule) {
        this.rule = rule;
    }
}
