package org.entente.product;

/** As what a copy left the platform. */
public enum CopyKind {
    PDF,
    HTML,
    /** An organisation's, by a release: the copy that the registries of both sides enter. */
    RELEASE
}
