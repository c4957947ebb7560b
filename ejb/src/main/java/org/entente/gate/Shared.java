package org.entente.gate;

import java.time.Instant;
import java.util.List;
import org.entente.access.AccessClass;
import org.entente.access.Grounds;
import org.entente.access.Releases;
import org.entente.identity.Hat;

/**
 * A published thing as the gate decides on it.
 *
 * @param portions ids of its portions, in document order
 * @param releases to whom it was handed, where it goes out by release only
 */
public record Shared(
        String number,
        String originator,
        String marking,
        Instant published,
        AccessClass access,
        List<String> portions,
        Releases releases) {

    /** What a decision on it rests on, for the record: to whom else it was handed is nothing of it (AUD-04, AUD-06). */
    Grounds grounds(Hat hat, boolean acknowledged) {
        return new Grounds(
                hat, access.product(number, published, portions, releases.to(hat.organisation())), acknowledged);
    }
}
