package org.entente.product;

import java.util.List;
import org.entente.access.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A product as one hat reads it.
 *
 * @param withheld ids of the portions that this hat does not get
 * @param obligations what the reader must not do with it
 */
public record ProductView(
        Header header,
        String title,
        int version,
        String contentHash,
        @Nullable String likelihood,
        @Nullable String confidence,
        List<PortionView> portions,
        List<String> withheld,
        List<String> obligations,
        boolean acknowledged) {

    public Outcome outcome() {
        return header.outcome();
    }
}
