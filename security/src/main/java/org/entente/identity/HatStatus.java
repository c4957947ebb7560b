package org.entente.identity;

/** Where a hat stands at an instant; a hat that has not begun counts as ended, because neither gives any right. */
public enum HatStatus {
    PROVISIONAL,
    CONFIRMED,
    RESIDUAL,
    ENDED
}
