package org.entente.release;

import java.time.Instant;

/** A recipient has told what became of a product (PKI-13). */
public record UseReported(String release, String product, String by, Instant at) {}
