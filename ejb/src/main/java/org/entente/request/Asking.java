package org.entente.request;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is asked.
 *
 * @param addressees codes of the organisations that are asked, none of which learns of the others
 * @param marking portion mark of the words, in the requester's own scheme
 * @param requirement number of the requester's own priority requirement that it serves
 * @param anonymous through the broker, so that nobody who is asked learns who asks
 */
public record Asking(
        List<String> addressees,
        String subject,
        String question,
        String justification,
        List<String> topics,
        List<String> areas,
        @Nullable String mission,
        Instant deadline,
        String marking,
        @Nullable String requirement,
        boolean anonymous) {

    public Asking {
        addressees = List.copyOf(addressees);
        topics = List.copyOf(topics);
        areas = List.copyOf(areas);
    }
}
