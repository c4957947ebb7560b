package org.entente.web.handover;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.entente.handover.Bulk;

/** A decision on its way through many items, some a request, so that people see it move; and how far it has come. */
public class ItemRun implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int STEP = 500;

    private final boolean accounting;
    private final ArrayList<String> references;
    private int next;
    private int done;

    ItemRun(boolean accounting, List<String> references) {
        this.accounting = accounting;
        this.references = new ArrayList<>(references);
    }

    /** Takes the next few; each such part is a change of its own and is kept whatever becomes of the next. */
    void take(Function<List<String>, Bulk> decision) {
        List<String> some = references.subList(next, Math.min(references.size(), next + STEP));
        done += decision.apply(List.copyOf(some)).done();
        next += some.size();
    }

    boolean accounting() {
        return accounting;
    }

    public int getAll() {
        return references.size();
    }

    public int getNext() {
        return next;
    }

    public int getDone() {
        return done;
    }

    /** Those that a rule objects to, or that this cannot become of. */
    public int getLeft() {
        return next - done;
    }

    public boolean isOver() {
        return next >= references.size();
    }
}
