package org.entente.breach;

/** How far a case has come. */
public enum BreachState {
    REPORTED,
    CONTAINED,
    INVESTIGATED,
    DAMAGE_ASSESSED,
    ORIGINATOR_INFORMED,
    CLOSED
}
