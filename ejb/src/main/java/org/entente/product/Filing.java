package org.entente.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is filed or filed again.
 *
 * @param titleMarking portion mark of the title; without one the title is shown only to those who may read the product
 * @param marking the banner that the drafter proposes; null takes the roll-up of the portions
 * @param method how it was acquired, a word of {@link AcquisitionMethod} (PKI-07)
 * @param compilationReason why a banner is higher or narrower than its portions ask for (CLS-31, CLS-34)
 */
public record Filing(
        String type,
        String title,
        @Nullable String titleMarking,
        @Nullable String mission,
        List<PortionFiling> portions,
        @Nullable String marking,
        @Nullable String compilationReason,
        @Nullable String likelihood,
        @Nullable String confidence,
        @Nullable String method) {

    public Filing {
        portions = List.copyOf(portions);
    }

    /** One that does not say how it was acquired. */
    public Filing(
            String type,
            String title,
            @Nullable String titleMarking,
            @Nullable String mission,
            List<PortionFiling> portions,
            @Nullable String marking,
            @Nullable String compilationReason,
            @Nullable String likelihood,
            @Nullable String confidence) {
        this(type, title, titleMarking, mission, portions, marking, compilationReason, likelihood, confidence, null);
    }
}
