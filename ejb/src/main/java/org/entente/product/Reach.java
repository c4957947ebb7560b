package org.entente.product;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.entente.access.Cover;
import org.entente.access.World;
import org.entente.gate.Objection;
import org.entente.marking.Marking;
import org.jspecify.annotations.Nullable;

/** Where a label promises more than the originator's arrangements let it keep (CAV-04, CAV-05). A warning, and no refusal. */
final class Reach {
    private Reach() {}

    static List<Objection> warnings(
            World world, String originator, Marking marking, @Nullable String mission, Instant at) {
        List<Objection> warnings = new ArrayList<>();
        if (!marking.level().classified()) {
            return warnings;
        }
        for (String partner : new TreeSet<>(world.vocabulary().expand(marking.releasableTo(), at))) {
            if (!partner.equals(originator) && !marking.joint().contains(partner)) {
                switch (Cover.least(world, originator, partner, marking, mission, at)) {
                    case NONE ->
                        warnings.add(new Objection(
                                "warning",
                                "CAV-04",
                                partner + ": the label names it, and there is no arrangement in force with it."));
                    case BELOW_LEVEL ->
                        warnings.add(new Objection(
                                "warning",
                                "CAV-05",
                                partner + ": the label names it, and the arrangement's cap lies below this level."));
                    case KEPT_BACK ->
                        warnings.add(
                                new Objection(
                                        "warning",
                                        "CAV-04",
                                        partner
                                                + ": the label names it, and the arrangement does not let every control travel."));
                    case COVERED -> {
                        // it can go there
                    }
                }
            }
        }
        return warnings;
    }
}
