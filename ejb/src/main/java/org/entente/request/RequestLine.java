package org.entente.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request in a list.
 *
 * @param party as what the reader meets it
 * @param requester null where it came through the broker and the reader is not the broker
 * @param since when it was asked, or when it arrived where the reader is asked
 * @param forMe whether the reader is one of the experts it was routed to
 */
public record RequestLine(
        String number,
        Party party,
        RequestState state,
        @Nullable String requester,
        String subject,
        String marking,
        Instant since,
        Instant deadline,
        boolean overdue,
        boolean anonymous,
        boolean forMe) {}
