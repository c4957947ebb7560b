package org.entente.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An anonymous request in the words in which the broker passes it on.
 *
 * @param deadline the requester's own if null
 * @param markings for each addressee the portion mark in that organisation's own scheme
 */
public record Forwarding(
        String subject,
        String question,
        List<String> topics,
        List<String> areas,
        @Nullable String mission,
        @Nullable Instant deadline,
        Map<String, String> markings) {

    public Forwarding {
        topics = List.copyOf(topics);
        areas = List.copyOf(areas);
        // in one order, for the same request is told from another by its text
        markings = java.util.Collections.unmodifiableMap(new TreeMap<>(markings));
    }
}
