package org.entente.request;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.entente.gate.Objection;

/** One rule: its id, the sentence that it is, the field that it looks at, and whether it holds. */
record Rule<F>(String id, String sentence, String field, Predicate<F> holds) {

    static <F> Rule<F> rule(String id, String sentence, String field, Predicate<F> holds) {
        return new Rule<>(id, sentence, field, holds);
    }

    /** What every rule that does not hold has to say; {@code place} stands before the field where there are several such. */
    static <F> List<Objection> objections(List<Rule<F>> rules, F facts, String place) {
        return rules.stream()
                .filter(r -> !r.holds.test(facts))
                .map(r -> new Objection(place + r.field, r.id, r.message()))
                .toList();
    }

    private String message() {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".";
    }
}
