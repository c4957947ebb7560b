package org.entente.release;

/** How likely a force is to commit grave violations with what it is given (PKI-11). */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH
}
