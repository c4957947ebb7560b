package org.entente.people;

import java.time.Instant;
import java.util.List;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * An act that gives somebody a right, as those see it who propose and confirm it.
 *
 * @param organisation whose hat or person it is
 * @param bearer the person who gets the right
 * @param change what happens, word for word as it is recorded
 * @param digest SHA-256 over all of this, in hexadecimal; a confirmation names it
 * @param plan the handover that it belongs to, on whose day it takes effect
 * @param waitsFor for each confirmation that is missing, the roles of which one gives it
 * @param mine whether the acting hat may give one of them
 */
public record ActView(
        String number,
        ActKind kind,
        String organisation,
        @Nullable String hat,
        String bearer,
        String bearerName,
        String change,
        Said said,
        String reason,
        @Nullable String plan,
        String digest,
        String proposedBy,
        Instant proposedAt,
        ActState state,
        @Nullable Instant endedAt,
        @Nullable String endedWhy,
        List<ConfirmationView> confirmations,
        List<List<Role>> waitsFor,
        boolean mine,
        boolean withdrawable) {
    public ActView {
        confirmations = List.copyOf(confirmations);
        waitsFor = List.copyOf(waitsFor);
    }

    /** Who confirmed it, by hat. */
    public record ConfirmationView(Role role, String hat, Instant at) {}

    /**
     * The same change by its parts, for a page.
     *
     * @param what the mission, level, scheme or subject that it is about
     */
    public record Said(
            List<Role> roles,
            List<String> posts,
            @Nullable String what,
            @Nullable Instant from,
            @Nullable Instant to) {
        public Said {
            roles = List.copyOf(roles);
            posts = List.copyOf(posts);
        }
    }
}
