package org.entente.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The header of a draft whose author's hat has ended; its words stay closed until an officer takes it over. */
public record LeftDraft(
        String number, String type, @Nullable String mission, String marking, String author, Instant since) {}
