package org.entente.incident;

/** A row that was not taken in: where, which field, and why. */
public record RowRefused(long line, String field, String reason) {}
