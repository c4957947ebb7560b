package org.entente.web.shell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the field that a JSON binding error speaks of, so that the sender need not guess. */
final class FieldName {
    private static final Pattern UNKNOWN =
            Pattern.compile("(?:property|Property|field) '?\"?([A-Za-z][A-Za-z0-9]{0,40})\"?'?");

    private FieldName() {}

    static String in(String message) {
        Matcher matcher = UNKNOWN.matcher(message);
        return matcher.find() ? matcher.group(1) : "";
    }
}
