package org.entente.product;

import java.time.Instant;
import java.util.List;
import org.entente.access.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a hat may know of a product in a list.
 *
 * @param visibleSince since when it is visible to the reader's organisation
 * @param reasons codes that bar the content, where the outcome is HEADER
 * @param title null where this hat may not see it
 */
public record Header(
        String number,
        String type,
        String originator,
        @Nullable String mission,
        Instant published,
        Instant visibleSince,
        String marking,
        Outcome outcome,
        List<String> reasons,
        @Nullable String title) {}
