package org.entente.access;

import org.entente.identity.Interval;

/** A product handed to one organisation for a time: what a signed release comes to (PKI-08, CLS-50). */
public record Release(String receiver, Interval during) {}
