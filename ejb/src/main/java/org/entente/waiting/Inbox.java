package org.entente.waiting;

import java.time.Instant;
import java.util.List;
import org.entente.identity.Hat;

/** A feature that keeps work for people. It names nothing that this hat may not know of. */
public interface Inbox {
    List<Matter> waitingFor(Hat hat, Instant now);
}
