package org.entente.notice;

import java.time.Instant;
import org.entente.gate.Numbers;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it lies in its table: for one hat, with numbers and no words.
 *
 * @param number drawn: from a counted one somebody could tell how much is told to others
 * @param partOf the release that a consent belongs to, or the source of a product that is gone
 * @param turn tells one time from the next where an occasion comes back; empty where it does not
 */
record Notice(
        String number,
        String hat,
        String person,
        Occasion occasion,
        String subject,
        @Nullable String partOf,
        String turn,
        Instant at,
        @Nullable Instant due,
        boolean urgent,
        @Nullable Instant seenAt) {

    /** What is told, before it is known to whom. */
    record Told(
            Occasion occasion,
            String subject,
            @Nullable String partOf,
            String turn,
            @Nullable Instant due,
            boolean urgent) {

        Told(Occasion occasion, String subject) {
            this(occasion, subject, null, "", null, occasion.urgent());
        }

        Told turn(Object nth) {
            return new Told(occasion, subject, partOf, nth.toString(), due, urgent);
        }

        Told due(@Nullable Instant when) {
            return new Told(occasion, subject, partOf, turn, when, urgent);
        }

        Told partOf(String release) {
            return new Told(occasion, subject, release, turn, due, urgent);
        }

        Told urgent(boolean now) {
            return new Told(occasion, subject, partOf, turn, due, urgent || now);
        }

        Notice to(Hat hat, Instant at) {
            return new Notice(
                    Numbers.draw("NTC"),
                    hat.id(),
                    hat.person(),
                    occasion,
                    subject,
                    partOf,
                    turn,
                    at,
                    due,
                    urgent,
                    null);
        }
    }
}
