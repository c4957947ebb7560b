package org.entente.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A question to a giver whether an item may go to the successor, and its answer; silence is refusal (CAV-13). */
public record ConsentView(
        String number,
        String item,
        String giver,
        Instant askedAt,
        Instant due,
        State state,
        @Nullable Instant answeredAt,
        @Nullable String reason,
        @Nullable String alternative,
        @Nullable String reference) {

    /** By the clock. */
    public enum State {
        ASKED,
        GRANTED,
        REFUSED,
        SILENT
    }

    static ConsentView of(PlanShelf.Consent c, Instant now) {
        Boolean granted = c.granted();
        State state = granted == null
                ? now.isBefore(c.due()) ? State.ASKED : State.SILENT
                : granted ? State.GRANTED : State.REFUSED;
        return new ConsentView(
                c.number(),
                c.reference(),
                c.giver(),
                c.askedAt(),
                c.due(),
                state,
                c.answeredAt(),
                c.reason(),
                c.alternative(),
                c.writtenReference());
    }
}
