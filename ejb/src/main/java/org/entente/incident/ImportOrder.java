package org.entente.incident;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be taken in.
 *
 * @param id names this import, so that its drafts can be found and published together
 * @param organisation whose reports they become: the acting hat's own
 * @param marking portion mark that every report gets
 * @param reliability source reliability A to F
 * @param credibility information credibility 1 to 6
 */
public record ImportOrder(
        String id,
        String organisation,
        String marking,
        @Nullable String mission,
        String reliability,
        String credibility) {}
