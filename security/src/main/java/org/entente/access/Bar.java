package org.entente.access;

import org.entente.identity.Interval;

/**
 * That nothing of a giver's is handed to a receiver while it lasts, because a force that the receiver serves has committed grave
 * violations (PKI-11). It binds by whatever way something came: release, handover, overlap, another's release, emergency.
 */
public record Bar(String giver, String receiver, Interval during) {}
