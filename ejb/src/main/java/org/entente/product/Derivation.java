package org.entente.product;

import java.time.Instant;
import java.util.List;
import org.entente.gate.Shown;
import org.jspecify.annotations.Nullable;

/** What an originator was asked about one version of its product, and what it answered. */
record Derivation(
        String number,
        String source,
        int version,
        List<String> paragraphs,
        String giver,
        String asker,
        String requester,
        String marking,
        String purpose,
        Instant askedAt,
        @Nullable Boolean granted,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        @Nullable String reason,
        @Nullable String reference,
        @Nullable Instant lapses) {

    DerivationView.State state(Instant now) {
        if (granted == null) {
            return DerivationView.State.ASKED;
        }
        if (!granted) {
            return DerivationView.State.REFUSED;
        }
        return lapses != null && !now.isBefore(lapses) ? DerivationView.State.LAPSED : DerivationView.State.GRANTED;
    }

    /** What whoever answers goes by: the question, and what it is about as it stands now. */
    Shown shown(Version source, Instant now) {
        return Shown.of(number)
                .with("state", state(now))
                .with("paragraphs", paragraphs)
                .with("marking", marking)
                .with("purpose", purpose)
                .with("version", source.number())
                .with("sourceMarking", source.marking())
                .with("portionMarkings", source.portionMarkings())
                .with("text", source.contentHash());
    }

    DerivationView view(Version source, boolean answerable, Instant now, String seen) {
        return new DerivationView(
                number,
                this.source,
                source.marking(),
                paragraphs,
                giver,
                asker,
                marking,
                purpose,
                askedAt,
                state(now),
                source.number() == version,
                answeredAt,
                answeredBy,
                reason,
                reference,
                lapses,
                answerable && granted == null,
                seen);
    }
}
