package org.entente.product;

/** What disclosure would damage: the reason that a classification above the lowest level must have (CLS-05). */
public enum Damage {
    DIPLOMATIC_RELATIONS,
    INDIVIDUAL_SECURITY,
    OPERATIONS,
    INVESTIGATIONS,
    SOURCES,
    DELIBERATIONS
}
