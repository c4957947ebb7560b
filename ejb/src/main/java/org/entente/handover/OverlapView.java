package org.entente.handover;

import java.time.Instant;

/** What a planner of the successor may read before the transfer (HND-09). */
public record OverlapView(String hat, String product, Instant from, String grantedBy) {}
