package org.entente.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of an organisation that makes products of its own: JMAC and U2 in one mission are two (PKI-14). A hat belongs to the
 * unit through a post.
 *
 * @param mission where it works; null if nowhere in particular
 */
public record Unit(
        String code, String organisation, @Nullable String mission, Set<String> posts) {
    public Unit {
        posts = Set.copyOf(posts);
    }
}
