package org.entente.audit;

import java.util.UUID;

/**
 * Proof that an event is durable. Content is opened against a ticket and against nothing else, and only this package makes
 * one: no content leaves without a record.
 */
public final class Ticket {
    private final UUID event;

    Ticket(UUID event) {
        this.event = event;
    }

    public UUID event() {
        return event;
    }
}
