package org.entente.handover;

import java.util.Set;
import java.util.TreeSet;
import org.entente.access.World;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;

/**
 * Whose due diligence stands against the successor of a plan, read once for all its items (PKI-11).
 *
 * @param predecessor who hands on, and answers for it as whoever's it is does
 * @param assessing those that owe due diligence and have not found the successor's forces fit to be supported
 */
record Unassessed(World world, String predecessor, Set<String> assessing) {
    Unassessed {
        assessing = Set.copyOf(assessing);
    }

    /** Whether it is classified and one of those gives it, or has a part in it; what is open needs no release. */
    boolean against(Item item) {
        return !assessing.isEmpty() && owners(item).stream().anyMatch(assessing::contains);
    }

    private Set<String> owners(Item item) {
        Set<String> owners = new TreeSet<>(Set.of(predecessor));
        owners.add(item.originator());
        if (new MarkingGrammar(world.vocabulary()).parse(item.originator(), item.marking()) instanceof Parsed.Ok ok) {
            Marking marking = ok.marking();
            if (!marking.level().classified()) {
                return Set.of();
            }
            owners.addAll(marking.joint());
            owners.addAll(marking.contains());
        }
        return owners;
    }
}
