package org.entente.access;

import org.jspecify.annotations.Nullable;

/** A mission and the State that hosts it. */
public record Mission(String code, @Nullable String hostState) {}
