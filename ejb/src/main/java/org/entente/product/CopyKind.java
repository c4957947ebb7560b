package org.entente.product;

/** As what a copy left the platform. */
public enum CopyKind {
    PDF,
    HTML
}
