package org.entente.release;

import java.time.Instant;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Seen;
import org.jspecify.annotations.Nullable;

/**
 * A release as one hat may see it. The releasing and the originating organisation see all of it; a recipient sees its own part,
 * and neither the other recipients nor anybody's reasons.
 *
 * @param until when the recipients lose it again by themselves
 * @param objections what stands in the way of the signature now, every rule at once
 * @param next who must act next, and on what ground
 * @param seen the seal over what goes to whom and on whose word, for whoever takes the next step
 */
public record ReleaseView(
        String number,
        String product,
        String marking,
        String releaser,
        Kind kind,
        Stage state,
        Instant since,
        String purpose,
        @Nullable String requester,
        Instant requestedAt,
        @Nullable Instant until,
        @Nullable Instant reviewDue,
        @Nullable String endedWhy,
        List<RecipientView> recipients,
        List<SignatureView> signatures,
        List<ConsentView> consents,
        List<Objection> objections,
        List<NextStep> next,
        String seen)
        implements Seen {}
