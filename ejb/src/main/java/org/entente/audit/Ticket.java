package org.entente.audit;

import java.util.UUID;

/**
 * Proof that an event is durable. Content is opened against a ticket and against nothing else, and only this package makes
 * one: no content leaves without a record.
 */
public final class Ticket {
    private final UUID event;
    private final Opens opens;

    Ticket(UUID event, Opens opens) {
        this.event = event;
        this.opens = opens;
    }

    /** Whether the record says that this is opened; what it does not say is not. */
    public boolean opens(String number, int version, int ordinal) {
        return opens.has(number, version, ordinal);
    }

    public UUID event() {
        return event;
    }
}
