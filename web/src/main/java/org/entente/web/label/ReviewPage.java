package org.entente.web.label;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.label.ReviewCalendar;
import org.entente.label.ReviewLine;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** What of one's own organisation is to be looked at again, until a day. */
@Named
@ViewScoped
public class ReviewPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ROWS = 100;

    @Inject
    private ReviewCalendar calendar;

    @Inject
    private Shell shell;

    private @Nullable String until;
    private final Map<String, String> reasons = new HashMap<>();
    /** The seals over what this view showed, by product: a hundred forms need not carry them to and fro. */
    private final Map<String, String> seen = new HashMap<>();

    private transient List<ReviewLine> due = List.of();
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        due = calendar.due(Ask.dayAfter("until", until));
        due.forEach(r -> seen.put(r.product(), r.seen()));
    }

    public @Nullable String keep(String product) {
        try {
            calendar.keep(product, reasons.get(product), seen.get(product));
            shell.say("done.kept");
            return "reviews?faces-redirect=true" + (until == null ? "" : "&until=" + until);
        } catch (Refused refused) {
            objected = Objected.of(refused);
            if (Objected.changed(refused)) {
                load();
            }
            return null;
        }
    }

    public boolean decidable(ReviewLine line) {
        return line.kind() == ReviewLine.Kind.REVIEW && shell.may("DECIDE_REVIEW");
    }

    public List<ReviewLine> getDue() {
        return due.subList(0, Math.min(ROWS, due.size()));
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public Map<String, String> getReasons() {
        return reasons;
    }

    public @Nullable String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = Ask.text(until);
    }
}
