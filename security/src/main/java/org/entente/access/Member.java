package org.entente.access;

import org.entente.identity.Interval;

/** An organisation's stay in a group. */
public record Member(String organisation, Interval during) {}
