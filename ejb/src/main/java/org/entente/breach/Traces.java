package org.entente.breach;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a compromised product went: all of it for its originator, one's own part for everybody else (AUD-11).
 *
 * @param derived numbers of products that draw on it, as far as the acting hat may know of them
 */
public record Traces(List<Passed> releases, List<Held> copies, List<Readers> readers, List<String> derived) {
    public Traces {
        releases = List.copyOf(releases);
        copies = List.copyOf(copies);
        readers = List.copyOf(readers);
        derived = List.copyOf(derived);
    }

    /** A release to one recipient. */
    public record Passed(
            String release,
            String releaser,
            String recipient,
            @Nullable Instant handedAt,
            @Nullable Instant endedAt) {}

    /** A numbered copy; {@code hat} is null where it is another organisation's. */
    public record Held(
            int copy, String organisation, @Nullable String hat, Instant at) {}

    /** How many people of an organisation opened it. */
    public record Readers(String organisation, long people, long opens, Instant last) {}
}
