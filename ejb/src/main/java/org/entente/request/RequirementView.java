package org.entente.request;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A priority intelligence requirement of one's own organisation.
 *
 * @param valid whether it is in force now
 * @param products those that answer it, as far as the reader may know of them
 */
public record RequirementView(
        String number,
        String text,
        String marking,
        String hat,
        Instant stated,
        Instant from,
        @Nullable Instant to,
        boolean valid,
        List<String> products) {}
