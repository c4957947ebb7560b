package org.entente.handover;

import java.time.Instant;

/** A link of a chain of custody: from whom to whom, when, under which signatures, with which hash. */
public record CustodyView(
        int ordinal,
        String kind,
        String from,
        String to,
        Instant at,
        String plan,
        String contentHash,
        String signedFrom,
        String signedTo,
        String registerOut,
        String registerIn,
        String originator,
        String product) {}
