package org.entente.web.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The pages' words, in one language; unlike a page, a document has no view to ask for it. */
record Phrases(Locale locale, ResourceBundle bundle) {
    private static final String BUNDLE = "org.entente.web.messages";

    /** French or English, like the pages. */
    static Phrases in(Locale wanted) {
        Locale locale = wanted.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return new Phrases(locale, ResourceBundle.getBundle(BUNDLE, locale, Phrases.class.getClassLoader()));
    }

    String get(String key) {
        return bundle.getString(key);
    }

    String time(Instant at) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm:ss 'UTC'", locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
