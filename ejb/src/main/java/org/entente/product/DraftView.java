package org.entente.product;

import java.time.Instant;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Seen;
import org.jspecify.annotations.Nullable;

/**
 * A product that is not published, or no longer, as its own organisation sees it.
 *
 * @param method how it was acquired (PKI-07)
 * @param unit which of its organisation's units made it (PKI-14)
 * @param sanitisedFrom the product it was made of, for those who may know of that one (CLS-41)
 * @param sanitisedPortions ids of that one's portions that it was made of
 * @param warnings partners on its list to whom no arrangement lets it go
 * @param seen the seal over all this, for whoever judges it
 */
public record DraftView(
        String number,
        String type,
        String originator,
        @Nullable String mission,
        ProductState state,
        String marking,
        @Nullable String titleMarking,
        String title,
        int version,
        String contentHash,
        Commitments commitments,
        String author,
        Instant filedAt,
        @Nullable String confirmedBy,
        @Nullable String damage,
        @Nullable Instant withdrawnAt,
        @Nullable String returnedWhy,
        @Nullable String withdrawnWhy,
        @Nullable String compilationReason,
        @Nullable String likelihood,
        @Nullable String confidence,
        @Nullable String method,
        @Nullable String unit,
        List<PortionView> portions,
        @Nullable String sanitisedFrom,
        List<String> sanitisedPortions,
        List<Objection> warnings,
        String seen)
        implements Seen {}
