package org.entente.release;

import java.time.Instant;
import java.util.List;
import org.entente.gate.Seen;
import org.jspecify.annotations.Nullable;

/**
 * A question to an originator whether its information may go to a recipient.
 *
 * @param paragraphs ids of the portions that it is about
 * @param due when silence becomes refusal
 * @param alternative ids of the portions that the giver would let go instead, as a sanitised version
 * @param reference of the written answer, where the giver does not answer on this platform itself
 * @param lapses until when it is given
 * @param seen the seal over the question and what it is about, for whoever answers
 */
public record ConsentView(
        String number,
        String release,
        String product,
        String marking,
        String releaser,
        String giver,
        String receiver,
        List<String> paragraphs,
        String purpose,
        Instant askedAt,
        Instant due,
        ConsentState state,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        @Nullable String answeredFor,
        @Nullable String reason,
        List<String> alternative,
        @Nullable String reference,
        @Nullable Instant lapses,
        String seen)
        implements Seen {}
