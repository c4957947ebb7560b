package org.entente.world;

import java.time.Instant;

/**
 * What an operation goes by from its first line to its last: the newest world, the platform's time, and how many changes of
 * published products there have been.
 */
public record Moment(KnownWorld world, Instant now, long changes) {}
