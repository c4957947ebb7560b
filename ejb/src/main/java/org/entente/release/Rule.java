package org.entente.release;

import java.util.List;
import java.util.function.Function;
import org.entente.gate.Objection;

/**
 * One rule: its id, what it asks in a sentence, and who or what offends against it. Pure.
 *
 * @param <F> the facts that it looks at
 * @param field of the request that an offence is about
 */
record Rule<F>(String id, String field, String sentence, Function<F, List<String>> offenders) {

    static <F> Rule<F> rule(String id, String field, String sentence, Function<F, List<String>> offenders) {
        return new Rule<>(id, field, sentence, offenders);
    }

    /** Every objection of all the rules, each with its offender. */
    static <F> List<Objection> objections(List<Rule<F>> rules, F facts) {
        return rules.stream()
                .flatMap(rule -> rule.offenders.apply(facts).stream()
                        .map(offender -> new Objection(rule.field, rule.id, offender + ": " + rule.sentence + ".")))
                .toList();
    }
}
