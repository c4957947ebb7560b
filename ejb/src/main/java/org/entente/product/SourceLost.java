package org.entente.product;

import java.util.List;

/**
 * A source has just gone.
 *
 * @param loss which loss of it this is: it may go more than once
 * @param derivatives the products that draw on it and are not withdrawn themselves
 */
public record SourceLost(String source, long loss, List<String> derivatives) {
    public SourceLost {
        derivatives = List.copyOf(derivatives);
    }
}
