package org.entente.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a giver would undertake towards a receiver, as it is put forward (CAV-04).
 *
 * @param cap the highest level, by its code, in the giver's own scheme
 * @param without names of controls that do not travel under it
 * @param approver role or post of the giver that alone authorises releases under it; null for whom the production plan names
 */
public record ArrangementOffer(
        String receiver,
        @Nullable String mission,
        String cap,
        List<String> without,
        @Nullable String approver,
        @Nullable Instant from,
        @Nullable Instant to,
        String basis,
        @Nullable String conditions) {
    public ArrangementOffer {
        without = List.copyOf(without);
    }
}
