package org.entente.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.log.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * What happened: who, in which hat, did what to which object, how it was decided, and on what ground (domain rules AUD-01,
 * AUD-06). Holds no title and no text, ever.
 *
 * @param action the operation's name and registered number
 * @param actorOrg code of the acting organisation; empty for the platform itself
 * @param subjectOrgs bits of the organisations that the event concerns, the actor's included
 * @param object number of the product, or another handle of what was acted on
 * @param originator organisation whose the object is
 * @param decision the outcome of the access decision where one was made
 * @param hatGround the hat as the decision went by it, {@code objectGround} the product; kept under their digests
 * @param detail what else the action has to say: a query, a count, a reason
 */
public record Event(
        UUID id,
        String action,
        int type,
        Instant occurred,
        String actorOrg,
        int actorBit,
        int subjectOrgs,
        Leaf.Outcome outcome,
        Leaf.Mode mode,
        byte[] policyHash,
        @Nullable String person,
        @Nullable String hat,
        @Nullable String roles,
        @Nullable String mission,
        @Nullable String session,
        @Nullable String address,
        @Nullable String object,
        @Nullable String objectVersion,
        @Nullable String originator,
        @Nullable String marking,
        @Nullable String decision,
        List<String> reasons,
        @Nullable String purpose,
        @Nullable String detail,
        @Nullable String hatGround,
        @Nullable String objectGround) {

    /** Actor number of the platform's own callers. */
    public static final int PLATFORM = 255;

    /** The fields' values in the order of their numbers, which start at 1; null where the event has none. */
    @Nullable
    String[] values() {
        return new @Nullable String[] {
            person,
            hat,
            roles,
            mission,
            session,
            address,
            object,
            objectVersion,
            originator,
            marking,
            decision,
            reasons.isEmpty() ? null : String.join(" ", reasons),
            purpose,
            detail,
            GroundStore.digest(hatGround),
            GroundStore.digest(objectGround)
        };
    }
}
