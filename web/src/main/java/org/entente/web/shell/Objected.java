package org.entente.web.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.entente.gate.Objection;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;

/** What is objected to on a form, for beside its fields and for the list above them. */
public record Objected(List<Objection> all) {
    public static final Objected NOTHING = new Objected(List.of());

    /** A refusal that objects to nothing in particular goes on as it came. */
    public static Objected of(Refused refused) {
        List<Objection> all = Failures.problem(refused).objections();
        if (all.isEmpty()) {
            throw refused;
        }
        return new Objected(all);
    }

    /** Whether it waits for a second factor: the page leads there and back, and keeps what was typed. */
    public static boolean unproved(Refused refused) {
        return refused.refusal() instanceof Refusal.SecondFactorRequired;
    }

    /** Whether what was shown is no longer so: then the page shows it anew, beside what has changed. */
    public static boolean changed(Refused refused) {
        return refused.refusal() instanceof Refusal.ChangedMeanwhile;
    }

    /** What is wrong with a field, or with one of the things in it. */
    public String in(String field, Words words) {
        return all.stream()
                .filter(o -> o.field().equals(field)
                        || o.field().startsWith(field + "[")
                        || o.field().startsWith(field + "."))
                .map(words::objection)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
