package org.entente.auditor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event as this auditor may see it.
 *
 * @param person null where the actor is of another organisation; then organisation and roles remain
 * @param differing names of fields that are not, or no longer, what the record was sealed over; their values are not shown
 * @param policy SHA-256 of the rules and world that decided, in hexadecimal
 */
public record EventView(
        String id,
        Instant at,
        String action,
        String outcome,
        String organisation,
        List<String> roles,
        @Nullable String person,
        @Nullable String hat,
        @Nullable String mission,
        @Nullable String object,
        @Nullable String version,
        @Nullable String marking,
        @Nullable String decision,
        List<String> reasons,
        @Nullable String purpose,
        @Nullable String detail,
        String policy,
        List<String> differing) {}
