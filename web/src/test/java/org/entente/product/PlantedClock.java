package org.entente.product;

import java.time.Instant;

/** Planted: a rule that looks at the clock. */
public class PlantedClock {
    public Instant now() {
        return Instant.now();
    }
}
