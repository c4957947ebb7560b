package org.entente.product;

/** How sure the analyst is of the judgement itself, stated apart from its likelihood (PKI-04). */
public enum Confidence {
    LOW,
    MODERATE,
    HIGH
}
