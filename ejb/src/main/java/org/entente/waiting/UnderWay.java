package org.entente.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A feature that has work under way which somebody is owed. A handover asks all of them what of it falls to a mission (HND-16). */
public interface UnderWay {
    /** What an organisation owes, is owed or is to decide in a mission, as it stands now. */
    List<Owed> owed(String organisation, String mission, Instant now);

    /**
     * One thing under way.
     *
     * @param kind of work, under which the pages have words for it
     * @param product that it is about: who may know of that may know of this; null where it is about none, or tells more than it
     * @param parties organisations that know of it whatever they know of a product
     */
    record Owed(String kind, String reference, @Nullable String product, Set<String> parties) {
        public Owed {
            parties = Set.copyOf(parties);
        }
    }
}
