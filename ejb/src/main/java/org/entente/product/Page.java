package org.entente.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next where the following part begins, for this hat only; null at the end, which a list by appearance has not
 */
public record Page(List<Header> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
