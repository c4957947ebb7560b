package org.entente.web.signin;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page session remembers of a sign-in; small and disposable.
 *
 * @param secondFactor when a second factor was used last, by the real clock
 * @param until when the provider has to be asked again whether this person is still signed in
 */
record SignedIn(
        String subject,
        @Nullable String session,
        @Nullable Instant secondFactor,
        String idToken,
        String refreshToken,
        Instant until)
        implements Serializable {
    private static final long serialVersionUID = 2;
    static final String ATTRIBUTE = SignedIn.class.getName();

    /** Asking the provider again proves nothing new of the person. */
    SignedIn provedAsBefore(SignedIn before) {
        return new SignedIn(subject, session, before.secondFactor, idToken, refreshToken, until);
    }
}
