package org.entente.web.auditor;

import org.entente.auditor.Asked;
import org.entente.gate.Refused;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** What a question is asked of, as it stands in an address. */
final class AskedIn {
    private AskedIn() {}

    static Asked text(
            @Nullable String product,
            @Nullable String person,
            @Nullable String organisation,
            @Nullable String days,
            @Nullable String from,
            @Nullable String to) {
        return new Asked(
                Ask.text(product),
                Ask.text(person),
                Ask.text(organisation),
                days(days),
                instant("from", from),
                instant("to", to));
    }

    static int limit(@Nullable String text, int usual) {
        return Ask.text(text) == null ? usual : Ask.limit(text);
    }

    /** An instant, or a day as a date field gives it. */
    private static java.time.@Nullable Instant instant(String field, @Nullable String text) {
        String typed = Ask.text(text);
        return typed == null || typed.contains("T")
                ? Ask.instant(field, typed)
                : field.equals("to") ? Ask.dayAfter(field, typed) : Ask.day(field, typed);
    }

    private static @Nullable Integer days(@Nullable String text) {
        String typed = Ask.text(text);
        if (typed == null) {
            return null;
        }
        if (!typed.matches("[0-9]{1,6}")) {
            throw Refused.malformed("malformed", "days", "SYNTAX", "'days' is a whole number.");
        }
        return Integer.valueOf(typed);
    }

    static @Nullable Long index(String field, @Nullable String text) {
        String typed = Ask.text(text);
        if (typed == null) {
            return null;
        }
        if (!typed.matches("[0-9]{1,18}")) {
            throw Refused.malformed("malformed", field, "SYNTAX", "'" + field + "' is the index of a record.");
        }
        return Long.valueOf(typed);
    }
}
