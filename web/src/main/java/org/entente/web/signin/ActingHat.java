package org.entente.web.signin;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** The hat chosen for a page session (ORG-03). */
public final class ActingHat {
    static final String ATTRIBUTE = ActingHat.class.getName();

    private ActingHat() {}

    public static void choose(HttpSession session, String hat) {
        session.setAttribute(ATTRIBUTE, hat);
    }

    public static @Nullable String of(HttpSession session) {
        return (String) session.getAttribute(ATTRIBUTE);
    }
}
