package org.entente.access;

import org.entente.identity.Interval;

/** A giver's consent that a receiver may read the giver's information inside one product of somebody else. */
public record Consent(String giver, String receiver, String product, Interval during) {}
