package org.entente.label;

import java.time.Duration;
import java.time.Instant;
import org.entente.gate.Action;
import org.entente.gate.Shown;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * A challenge as it lies in its table. Who made it is known here, so that they do not answer it, and told to nobody.
 *
 * @param author of the challenged product
 */
record Challenge(
        String number,
        String product,
        String marking,
        String originator,
        String author,
        String organisation,
        String person,
        String reason,
        Instant madeAt,
        @Nullable Instant answeredAt,
        boolean changed,
        @Nullable String answer) {
    private static final Duration FIRST_ANSWER = Duration.ofDays(60);
    private static final Duration ESCALATION = Duration.ofDays(120);

    ChallengeState state(Instant now) {
        if (answeredAt != null) {
            return changed ? ChallengeState.CHANGED : ChallengeState.UPHELD;
        }
        if (!now.isBefore(escalates())) {
            return ChallengeState.ESCALATED;
        }
        return now.isBefore(due()) ? ChallengeState.OPEN : ChallengeState.OVERDUE;
    }

    Instant due() {
        return madeAt.plus(FIRST_ANSWER);
    }

    Instant escalates() {
        return madeAt.plus(ESCALATION);
    }

    boolean madeBy(Hat hat) {
        return person.equals(hat.person()) && organisation.equals(hat.organisation());
    }

    /** Neither challenger nor author answers (PKI-09). */
    boolean concernsPersonally(Hat hat) {
        return person.equals(hat.person()) || author.equals(hat.person());
    }

    /** Once it has escalated, the release authority alone answers (CLS-48). */
    boolean highEnough(Hat hat, Instant now) {
        return state(now) != ChallengeState.ESCALATED || hat.has(Role.RELEASE_AUTHORITY);
    }

    boolean awaits(Hat hat, Instant now) {
        return answeredAt == null
                && originator.equals(hat.organisation())
                && Action.ANSWER_CHALLENGE.roles().stream().anyMatch(hat::has)
                && !concernsPersonally(hat)
                && highEnough(hat, now);
    }

    /** What whoever answers goes by: what was said, and the label that it is about as it stands now. */
    Shown shown(Shown about, Instant now) {
        Shown shown = Shown.of(number).with("reason", reason).with("challengeState", state(now));
        for (Shown.Part part : about.parts()) {
            shown = shown.with(part.name(), part.value());
        }
        return shown;
    }

    ChallengeView view(Hat hat, Instant now, String seen) {
        return new ChallengeView(
                number,
                product,
                marking,
                originator,
                organisation,
                reason,
                madeAt,
                due(),
                escalates(),
                state(now),
                answeredAt,
                answer,
                madeBy(hat),
                awaits(hat, now),
                seen);
    }
}
