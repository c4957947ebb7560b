package org.entente.product;

import java.time.Instant;
import java.util.List;
import org.entente.gate.Seen;
import org.jspecify.annotations.Nullable;

/**
 * A question to an originator: may what draws on these portions of its product be marked like this (CLS-44)?
 *
 * @param paragraphs ids of the source's portions
 * @param marking the mark that it may come down to, and no further
 * @param current whether the source is still what was asked about
 * @param answerable whether it waits for the acting hat
 * @param seen the seal over the question and what it is about, for whoever answers
 */
public record DerivationView(
        String number,
        String source,
        String sourceMarking,
        List<String> paragraphs,
        String giver,
        String asker,
        String marking,
        String purpose,
        Instant askedAt,
        State state,
        boolean current,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        @Nullable String reason,
        @Nullable String reference,
        @Nullable Instant lapses,
        boolean answerable,
        String seen)
        implements Seen {
    /** How a question stands. Silence gives nothing. */
    public enum State {
        ASKED,
        GRANTED,
        REFUSED,
        LAPSED
    }
}
