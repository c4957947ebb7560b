package org.entente.auditor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a standard question is asked of; each question takes some of these. {@code days} null means the usual number. */
public record Asked(
        @Nullable String product,
        @Nullable String person,
        @Nullable String organisation,
        @Nullable Integer days,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final Asked NOTHING = new Asked(null, null, null, null, null, null);

    @Nullable
    String text(String parameter) {
        return switch (parameter) {
            case "product" -> product;
            case "person" -> person;
            case "organisation" -> organisation;
            default -> throw new IllegalArgumentException(parameter);
        };
    }
}
