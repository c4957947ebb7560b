package org.entente.handover;

/** That something of a handover is other than it was: whoever tells people what waits for them looks again. */
public record Advanced(String number) {}
