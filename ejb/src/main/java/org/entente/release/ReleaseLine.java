package org.entente.release;

import java.time.Instant;
import java.util.List;

/** A release in a list. */
public record ReleaseLine(
        String number,
        String product,
        String marking,
        String releaser,
        Kind kind,
        Stage state,
        Instant since,
        List<String> recipients,
        List<NextStep> next) {}
