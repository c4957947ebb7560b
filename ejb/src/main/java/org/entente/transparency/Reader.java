package org.entente.transparency;

import java.util.Set;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.world.KnownWorld;
import org.jspecify.annotations.Nullable;

/**
 * Which openings an auditor may have (AUD-04, AUD-05): of their own organisation's people everything; of others on its products
 * what was done, not by whom; and of what was hidden from its people not why.
 *
 * @param own null for the joint auditor
 */
record Reader(@Nullable String own, int bit) {
    private static final Set<String> OF_PERSONS =
            Set.of("person", "hat", "mission", "session", "address", "detail", "hat_ground");
    private static final Set<String> OF_DECISIONS =
            Set.of("object_version", "marking", "decision", "reasons", "object_ground");

    static Reader of(Hat hat, KnownWorld world) {
        return hat.has(Role.JOINT_AUDITOR)
                ? new Reader(null, 0xFFFF)
                : new Reader(hat.organisation(), 1 << world.logBit(hat.organisation()));
    }

    boolean joint() {
        return own == null;
    }

    boolean opens(String column, @Nullable String actor, @Nullable String originator, @Nullable String decision) {
        if (own == null) {
            return true;
        }
        if (OF_PERSONS.contains(column)) {
            return own.equals(actor);
        }
        // who else has a product stands among its grounds
        if (column.equals("object_ground")) {
            return own.equals(originator);
        }
        boolean hidden = "HIDDEN".equals(decision) || "NO_HAT".equals(decision);
        return !OF_DECISIONS.contains(column) || !hidden || own.equals(originator);
    }
}
