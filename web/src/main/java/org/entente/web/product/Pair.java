package org.entente.web.product;

import java.util.ArrayList;
import java.util.List;
import org.entente.product.DraftView;
import org.entente.product.PortionView;
import org.entente.product.ProductView;
import org.jspecify.annotations.Nullable;

/**
 * A portion of a product beside what became of it in a sanitised version; either side can be missing.
 *
 * @param withheld whether the reader may not read it; then it is not in the version either
 */
public record Pair(@Nullable PortionView parent, @Nullable PortionView made, boolean withheld) {

    /** The kept portions stand in the draft in the order in which they were chosen; whatever else is there was added. */
    static List<Pair> of(DraftView draft, @Nullable ProductView parent) {
        if (parent == null) {
            return List.of();
        }
        List<PortionView> made = draft.portions();
        List<Pair> pairs = new ArrayList<>();
        for (PortionView portion : parent.portions()) {
            int place = draft.sanitisedPortions().indexOf(portion.id());
            pairs.add(new Pair(portion, place >= 0 && place < made.size() ? made.get(place) : null, false));
        }
        for (String id : parent.withheld()) {
            pairs.add(Math.min(Integer.parseInt(id) - 1, pairs.size()), new Pair(null, null, true));
        }
        made.stream().skip(draft.sanitisedPortions().size()).forEach(added -> pairs.add(new Pair(null, added, false)));
        return pairs;
    }

    /** Key of the word for it: what is different is said and not only coloured. */
    public String fate() {
        PortionView was = parent;
        PortionView is = made;
        if (withheld) {
            return "withheld";
        }
        if (is == null) {
            return "removed";
        }
        if (was == null) {
            return "added";
        }
        boolean words = was.text().equals(is.text());
        boolean mark = was.marking().equals(is.marking());
        return words ? (mark ? "same" : "remarked") : (mark ? "reworded" : "changed");
    }
}
