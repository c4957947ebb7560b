package org.entente.web.signin;

import java.io.Serializable;

/** Remembered while a person is away at the identity provider; where to go back to is a path of our own, never an address. */
record Departure(String state, String nonce, String verifier, String returnTo) implements Serializable {
    private static final long serialVersionUID = 1;
    static final String ATTRIBUTE = Departure.class.getName();
}
