package org.entente.web.request;

import org.jspecify.annotations.Nullable;

/** What an answer was good for. */
public record FeedbackBody(
        @Nullable String organisation,
        @Nullable String used,
        @Nullable String text) {}
