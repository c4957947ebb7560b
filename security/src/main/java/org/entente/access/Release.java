package org.entente.access;

import java.time.Instant;
import java.util.Set;
import org.entente.identity.Interval;

/**
 * A product handed to one organisation for a time: what a signed release comes to (PKI-08, CLS-50). Where hats are named it
 * is for these alone, as in the overlap before a handover (HND-09); where none are, for the whole organisation.
 */
public record Release(String receiver, Set<String> hats, Interval during) {
    public Release {
        hats = Set.copyOf(hats);
    }

    boolean reaches(String organisation, String hat, Instant at) {
        return receiver.equals(organisation) && (hats.isEmpty() || hats.contains(hat)) && during.contains(at);
    }
}
