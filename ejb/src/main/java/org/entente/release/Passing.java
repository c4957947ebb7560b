package org.entente.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release as other features may know it, whoever looks: how far it has come, and nothing of its words.
 *
 * @param since when it came to this stage
 * @param authorised whether it was signed for, and is on its way or there
 */
public record Passing(
        String number,
        String product,
        String releaser,
        Kind kind,
        String requesterHat,
        Stage stage,
        Instant since,
        @Nullable Instant reviewDue,
        boolean authorised,
        List<Part> parts,
        List<Question> questions) {
    public Passing {
        parts = List.copyOf(parts);
        questions = List.copyOf(questions);
    }

    /** One recipient's. */
    public record Part(
            String organisation,
            @Nullable Instant handedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant endedAt) {

        public boolean holds() {
            return handedAt != null && endedAt == null;
        }
    }

    /** To one giver. */
    public record Question(String number, String giver, Instant due, ConsentState state) {}
}
