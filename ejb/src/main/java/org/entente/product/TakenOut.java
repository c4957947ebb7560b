package org.entente.product;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sanitised version left behind of its parent.
 *
 * @param removed texts and citations of the portions that were taken out
 * @param kept the same of those that stayed
 * @param sources that only portions have which were taken out
 */
record TakenOut(List<String> removed, List<String> kept, Set<String> sources) {
    /** As far as the parent's reader may know of it. */
    static TakenOut of(ProductView parent, List<String> keptIds) {
        List<String> removed = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        Set<String> sources = new HashSet<>();
        for (PortionView portion : parent.portions()) {
            List<String> side = keptIds.contains(portion.id()) ? kept : removed;
            side.add(portion.text());
            side.addAll(portion.citations());
            if (side == removed) {
                sources.addAll(portion.sources());
            }
        }
        parent.portions().stream()
                .filter(p -> keptIds.contains(p.id()))
                .forEach(p -> p.sources().forEach(sources::remove));
        return new TakenOut(removed, kept, sources);
    }

    List<Mention> mentions(Map<String, String> fields) {
        Names names = new Names(removed, kept);
        List<Mention> mentions = new ArrayList<>();
        fields.forEach((field, text) -> names.in(text).forEach(said -> mentions.add(new Mention(field, said))));
        return mentions;
    }
}
