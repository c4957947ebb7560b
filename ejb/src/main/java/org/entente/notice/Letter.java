package org.entente.notice;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail as it leaves. It exists only if nothing in it could break out of its header: one plain address, one line of subject.
 *
 * @param id what it is known by on its way, the same at every attempt
 * @param language of its words
 */
public record Letter(String id, String to, String subject, String body, Locale language) {
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+){0,8}");
    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cc}\\p{Cf}\\u2028\\u2029]{1,120}");
    private static final Pattern ID = Pattern.compile("[A-Z0-9-]{1,24}");

    public Letter {
        require(ID, id, "id");
        require(ADDRESS, to, "address");
        require(ONE_LINE, subject, "subject");
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && text.length() <= 254;
    }

    private static void require(Pattern form, String text, String what) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("no " + what + " for a mail");
        }
    }
}
