package org.entente.web.request;

import org.jspecify.annotations.Nullable;

/** Why a request is not answered. */
public record RefusalBody(@Nullable String reason, @Nullable String text) {}
