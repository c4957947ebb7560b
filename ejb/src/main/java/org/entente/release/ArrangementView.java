package org.entente.release;

import java.time.Instant;
import java.util.List;
import org.entente.gate.Seen;
import org.jspecify.annotations.Nullable;

/**
 * What a giver undertakes towards a receiver (CAV-04).
 *
 * @param cap the highest level, by its code, in the giver's own scheme (CAV-05)
 * @param mission the only mission it is for; null for all
 * @param without controls that do not travel under it
 * @param approver role or post of the giver that alone authorises releases under it; null for whom the production plan names
 * @param basis in law or on paper
 * @param written the paper, where the receiver agreed to it in writing
 * @param digest SHA-256 over the terms, in hexadecimal: what both sides agree to
 * @param seen the seal over what was shown, for whoever agrees to it
 */
public record ArrangementView(
        String number,
        String giver,
        String receiver,
        @Nullable String mission,
        String cap,
        List<String> without,
        @Nullable String approver,
        @Nullable Instant from,
        @Nullable Instant to,
        ArrangementStatus status,
        String basis,
        @Nullable String conditions,
        @Nullable WrittenAgreement written,
        @Nullable String changedWhy,
        String digest,
        @Nullable String seen)
        implements Seen {
    public ArrangementView {
        without = List.copyOf(without);
    }

    ArrangementView sealed(String seal) {
        return new ArrangementView(
                number,
                giver,
                receiver,
                mission,
                cap,
                without,
                approver,
                from,
                to,
                status,
                basis,
                conditions,
                written,
                changedWhy,
                digest,
                seal);
    }
}
