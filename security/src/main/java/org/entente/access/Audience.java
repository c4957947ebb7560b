package org.entente.access;

import java.time.Instant;
import org.entente.identity.Interval;

/** A list of a marking, compiled: organisations as bits, groups apart, because their members come and go. */
final class Audience {
    /** The first 64 organisations apart, because nearly every question ends there. */
    private final long first;

    private final long[] organisations;
    private final int[] groups;

    Audience(long[] organisations, int[] groups) {
        this.first = organisations[0];
        this.organisations = organisations;
        this.groups = groups;
    }

    /** Whether the reader's organisation is on the list, groups expanded with their members at that instant. */
    boolean includes(Standing reader, Instant at) {
        if (names(reader.organisation)) {
            return true;
        }
        for (int group : groups) {
            for (Interval stay : reader.stays[group]) {
                if (stay.contains(at)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the reader's organisation was on the list at any instant up to {@code at}. */
    boolean everIncluded(Standing reader, Instant at) {
        if (names(reader.organisation)) {
            return true;
        }
        for (int group : groups) {
            for (Interval stay : reader.stays[group]) {
                if (stay.from() == null || !at.isBefore(stay.from())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one entry of the list includes the reader's organisation at every instant up to {@code at}. */
    boolean alwaysIncluded(Standing reader, Instant at) {
        if (names(reader.organisation)) {
            return true;
        }
        for (int group : groups) {
            for (Interval stay : reader.stays[group]) {
                if (stay.from() == null && stay.contains(at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean names(int organisation) {
        return organisation < Long.SIZE ? (first & 1L << organisation) != 0 : Codes.has(organisations, organisation);
    }
}
