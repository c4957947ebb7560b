package org.entente.web.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.entente.registry.Direction;
import org.jspecify.annotations.Nullable;

/** A year of a book, from its first instant to the first of the next. */
record BookYear(String year, Instant from, Instant to) {
    static BookYear of(@Nullable String asked, Instant now) {
        int year = asked != null && asked.matches("(19|20|21)[0-9]{2}")
                ? Integer.parseInt(asked)
                : now.atZone(ZoneOffset.UTC).getYear();
        return new BookYear(Integer.toString(year), start(year), start(year + 1));
    }

    private static Instant start(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static @Nullable Direction direction(@Nullable String word) {
        return Arrays.stream(Direction.values())
                .filter(d -> d.name().equals(word))
                .findFirst()
                .orElse(null);
    }
}
