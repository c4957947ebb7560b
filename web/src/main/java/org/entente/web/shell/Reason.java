package org.entente.web.shell;

import org.jspecify.annotations.Nullable;

/** A body that gives a reason. */
public record Reason(@Nullable String reason) {}
