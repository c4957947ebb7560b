package org.entente.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A portion that may be read, with its mark. */
public record PortionView(
        String id,
        String marking,
        String text,
        @Nullable String reliability,
        @Nullable String credibility,
        List<String> sources,
        List<String> citations) {}
