package org.entente.label;

import java.time.Instant;
import org.entente.gate.Seen;
import org.jspecify.annotations.Nullable;

/**
 * A challenge to a level (CLS-48). Who challenged is told as an organisation and never as a person, so that nobody suffers for it.
 *
 * @param due when the first answer is due
 * @param escalates when it goes to the release authority
 * @param mine whether the acting person made it
 * @param answerable whether it waits for the acting hat
 * @param seen the seal over the challenge and the label that it is about, for whoever answers
 */
public record ChallengeView(
        String number,
        String product,
        String marking,
        String originator,
        String challenger,
        String reason,
        Instant madeAt,
        Instant due,
        Instant escalates,
        ChallengeState state,
        @Nullable Instant answeredAt,
        @Nullable String answer,
        boolean mine,
        boolean answerable,
        String seen)
        implements Seen {}
