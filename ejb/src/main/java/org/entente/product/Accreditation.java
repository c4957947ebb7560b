package org.entente.product;

import java.time.Instant;
import org.entente.access.World;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;

/** Up to which tier this deployment may hold anything (CLS-51). */
public final class Accreditation {
    /** The demonstration's: tier 3. */
    private static final int CEILING_TIER = 3;

    private Accreditation() {}

    public static boolean covers(Level level, World world, Instant at) {
        return world.equivalences().stream()
                        .filter(e ->
                                e.level().equals(level.code()) && e.during().contains(at))
                        .mapToInt(Equivalence::tier)
                        .max()
                        .orElse(0)
                <= CEILING_TIER;
    }
}
