package org.entente.web.shell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.gate.Refused;
import org.jspecify.annotations.Nullable;

/** Reads what stands in an address. */
public final class Ask {
    /** What the tables can hold; Java knows instants far beyond it. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2500-01-01T00:00:00Z");

    private Ask() {}

    public static @Nullable Instant instant(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw Refused.malformed(
                "malformed", field, "SYNTAX", "'" + field + "' is an instant like 2013-07-01T00:00:00Z.");
    }

    /** The beginning of a day as a date field gives it. */
    public static @Nullable Instant day(String field, @Nullable String text) {
        LocalDate day = date(field, text);
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The end of a day as a date field gives it: people mean the last day, filters the instant after it. */
    public static @Nullable Instant dayAfter(String field, @Nullable String text) {
        LocalDate day = date(field, text);
        return day == null ? null : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A day of the calendar. */
    public static @Nullable LocalDate date(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Refused.malformed("malformed", field, "SYNTAX", "'" + field + "' is a day like 2013-07-01.");
        }
    }

    /** As a field for date and time gives it: to the minute, and in UTC. */
    public static @Nullable Instant minute(String field, @Nullable String text) {
        String typed = text == null ? "" : text.strip();
        return instant(field, typed.length() == "2013-07-01T12:00".length() ? typed + ":00Z" : typed);
    }

    public static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public static int limit(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return 50;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Refused.malformed("limit", "limit", "LIMIT", "'limit' is a whole number.");
        }
    }

    /** What a list holds; a refusal where something in it is nothing. */
    public static <T> List<T> each(String field, @Nullable List<? extends @Nullable T> values) {
        List<T> all = new ArrayList<>();
        if (values == null) {
            return all;
        }
        for (T value : values) {
            all.add(needed(field + "[" + all.size() + "]", value));
        }
        return all;
    }

    public static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw Refused.malformed("malformed", field, "SYNTAX", "'" + field + "' is needed.");
        }
        return value;
    }

    /** What was seen, as If-Match brings it: one entity tag or several, bare and with a comma between. */
    public static @Nullable String seen(@Nullable String ifMatch) {
        return ifMatch == null
                ? null
                : Arrays.stream(ifMatch.split(",", -1))
                        .map(String::strip)
                        .map(t -> t.length() > 1 && t.startsWith("\"") && t.endsWith("\"")
                                ? t.substring(1, t.length() - 1)
                                : t)
                        .collect(Collectors.joining(","));
    }

    public static @Nullable String idempotencyKey(@Nullable String key) {
        if (key != null && !key.matches("[\\x21-\\x7e]{1,80}")) {
            throw Refused.malformed(
                    "malformed",
                    "Idempotency-Key",
                    "SYNTAX",
                    "An Idempotency-Key has 1 to 80 visible ASCII characters.");
        }
        return key;
    }
}
