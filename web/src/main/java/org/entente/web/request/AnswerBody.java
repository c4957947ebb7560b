package org.entente.web.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products that answer, and what is said to them. */
public record AnswerBody(
        @Nullable List<String> products, @Nullable String text) {}
