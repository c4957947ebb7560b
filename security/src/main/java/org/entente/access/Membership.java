package org.entente.access;

import org.entente.identity.Interval;

/**
 * That a State belongs to an organisation of States, and when. Who serves there as one State's serves no longer than that
 * (ORG-05); a group of a marking is another thing.
 */
public record Membership(String organisation, String state, Interval during) {}
