package org.entente.people;

import java.time.Instant;
import java.util.List;
import org.entente.identity.HatStatus;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * A hat as its organisation's offices see it.
 *
 * @param assignments to missions, past and to come
 * @param clearances that hold now
 * @param briefings that hold now
 * @param conduct when the code of conduct was signed
 */
public record PersonnelView(
        String hat,
        String person,
        String name,
        List<Role> roles,
        List<String> posts,
        List<Held> assignments,
        List<Held> clearances,
        List<Held> briefings,
        @Nullable Instant conduct,
        HatStatus status,
        @Nullable Instant suspendedAt,
        @Nullable String suspendedBy,
        @Nullable String suspendedWhy) {

    /** A mission, level or scheme and its time, half-open; null is unbounded. */
    public record Held(
            String what, @Nullable Instant from, @Nullable Instant to) {}
}
