package org.entente.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list, newest first.
 *
 * @param next where the following part begins, for this hat only; null at the end
 */
public record Page(List<Header> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
