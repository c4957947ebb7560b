package org.entente.web.signin;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page session remembers of a sign-in; small and disposable.
 *
 * @param until when the provider has to be asked again whether this person is still signed in
 */
record SignedIn(String subject, @Nullable String session, String idToken, String refreshToken, Instant until)
        implements Serializable {
    private static final long serialVersionUID = 1;
    static final String ATTRIBUTE = SignedIn.class.getName();
}
