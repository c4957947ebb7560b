package org.entente.web.handover;

import java.io.Serializable;
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

    private @Nullable String kind;
    private @Nullable String disposition;
    private @Nullable String outcome;
    private @Nullable String barrier;
    private boolean undisposed;

    ItemFilter filter() {
        return new ItemFilter(
                Ask.text(kind),
                Chosen.optional(Disposition.class, disposition, "disposition"),
                Chosen.optional(Outcome.class, outcome, "outcome"),
                null,
                Chosen.optional(Barrier.class, barrier, "barrier"),
                undisposed,
                false);
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

    public @Nullable String getBarrier() {
        return barrier;
    }

    public void setBarrier(@Nullable String barrier) {
        this.barrier = barrier;
    }

    public boolean isUndisposed() {
        return undisposed;
    }

    public void setUndisposed(boolean undisposed) {
        this.undisposed = undisposed;
    }
}
