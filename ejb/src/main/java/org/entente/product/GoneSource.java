package org.entente.product;

import java.time.Instant;
import java.util.List;
import org.entente.gate.Seen;
import org.jspecify.annotations.Nullable;

/**
 * A source of a product that is gone, for those alone who might know of that source (PKI-13).
 *
 * @param portions ids of the portions that draw on it, as far as this reader gets them; none where all of it was made of it
 * @param supersededBy what takes its place, where this reader may know of that
 * @param decision what the product's originator decided; null while nobody has
 * @param reason why it stands, and who said so: for its own organisation alone
 * @param decidable whether it is this hat's to decide
 * @param seen the seal over what was shown, for whoever decides
 */
public record GoneSource(
        String product,
        String source,
        How how,
        Instant at,
        List<String> portions,
        @Nullable String supersededBy,
        @Nullable Verdict decision,
        @Nullable String reason,
        @Nullable String decidedBy,
        boolean decidable,
        @Nullable String seen)
        implements Seen {
    public GoneSource {
        portions = List.copyOf(portions);
    }

    /** How it went. */
    public enum How {
        /** Its originator took it back from everybody. */
        WITHDRAWN,
        /** It was called back from the organisation that built on it. */
        RECALLED,
        DESTROYED
    }

    /** What becomes of what was built on it. */
    public enum Verdict {
        KEEP,
        WITHDRAW
    }
}
