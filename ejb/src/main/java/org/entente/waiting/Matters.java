package org.entente.waiting;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.identity.Hat;

/** Everybody's desk. */
@Stateless
public class Matters {
    @Inject
    private Gate gate;

    @Inject
    @Any
    private Instance<Inbox> inboxes;

    /** All that waits for the acting hat: what is late or due first, then the newest. One look, one record. */
    @Operation(Action.SEE_DESK)
    public List<Matter> mine() {
        gate.sight();
        Hat hat = gate.hat();
        Instant now = gate.moment().now();
        List<Matter> all = inboxes.stream()
                .flatMap(i -> i.waitingFor(hat, now).stream())
                .sorted(Comparator.comparing(Matter::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Matter::since, Comparator.reverseOrder()))
                .toList();
        gate.notes("waiting count=" + all.size());
        return all;
    }
}
