package org.entente.notice;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What notices say, in a person's language: on the page, and the little that a mail says. */
public final class Wording {
    private static final String BUNDLE = "org.entente.notice.wording";
    private static final int LONGEST_TITLE = 200;

    private final ResourceBundle words;
    private final Locale locale;

    private Wording(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** French for {@code fr}, English for everything else. */
    public static Wording in(String language) {
        return new Wording(language.equals("fr") ? Locale.FRENCH : Locale.ENGLISH);
    }

    /** What it is. */
    public String what(Occasion occasion) {
        return words.getString("what." + occasion);
    }

    /** What happens if nothing is done about it. */
    public String otherwise(Occasion occasion) {
        return words.getString("otherwise." + occasion);
    }

    /**
     * One item that a mail may name: of an unclassified product without a caveat, and nothing else.
     *
     * @param title where its own mark lets it out
     */
    record Item(
            Occasion occasion,
            String number,
            String product,
            String originator,
            @Nullable String title,
            Instant since,
            @Nullable Instant due) {}

    /**
     * The mail. Of {@code waiting} things it names those that it may, and only counts the others.
     *
     * @param page where they are to be read
     */
    Letter letter(String id, String to, int waiting, List<Item> named, boolean exercise, String page) {
        String prefix = exercise ? words.getString("exercise") + " - " : "";
        String count = waiting == 1 ? words.getString("one") : MessageFormat.format(words.getString("many"), waiting);
        StringBuilder body = new StringBuilder(prefix).append(count).append("\n\n");
        for (Item item : named) {
            body.append("- ").append(what(item.occasion)).append('\n');
            line(body, "number", item.number.equals(item.product) ? item.number : item.number + " / " + item.product);
            line(body, "originator", item.originator);
            if (item.title != null) {
                line(body, "title", plain(item.title));
            }
            line(body, "since", time(item.since));
            if (item.due != null) {
                line(body, "due", time(item.due));
            }
            body.append("  ").append(otherwise(item.occasion)).append("\n\n");
        }
        body.append(words.getString("link")).append('\n').append(page).append("\n\n");
        body.append(words.getString("foot")).append('\n');
        return new Letter(id, to, prefix + count, body.toString(), locale);
    }

    private void line(StringBuilder body, String label, String value) {
        body.append("  ")
                .append(words.getString("label." + label))
                .append(' ')
                .append(value)
                .append('\n');
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    /** On one line, and reading from left to right as it was written. */
    private static String plain(String title) {
        String line = title.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE);
    }
}
