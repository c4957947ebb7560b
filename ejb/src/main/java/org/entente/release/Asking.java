package org.entente.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request for release asks.
 *
 * @param recipients organisations, or groups, which count with their members of now
 * @param sanitised ids of the portions to let go as a sanitised version; null for the product as it is
 * @param until when the recipients lose it again by themselves
 * @param consentDue when silence of an originator becomes refusal
 */
public record Asking(
        List<String> recipients,
        String purpose,
        @Nullable List<String> sanitised,
        @Nullable Instant until,
        @Nullable Instant consentDue) {
    public Asking {
        recipients = List.copyOf(recipients);
    }
}
