package org.entente.release;

import java.util.Optional;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who signs which step, and what they have to do with the product: what the rules on duties and on authority look at.
 *
 * @param person who signs
 * @param planned the role that the production plan asks for this type (PKI-01)
 * @param holdsPlanned whether the signer's hat has it
 * @param ownCeiling the rank up to which that role signs in this organisation by itself; null without limit
 * @param delegation the delegation that the signer goes by, where they do not hold the role
 */
record Signing(
        Step step,
        String person,
        String requester,
        String author,
        @Nullable String checker,
        int tier,
        int rank,
        boolean eyesOnly,
        String type,
        Role planned,
        boolean holdsPlanned,
        @Nullable Integer ownCeiling,
        @Nullable Delegation delegation,
        boolean consentedElsewhere) {

    Optional<Delegation> delegated() {
        return Optional.ofNullable(holdsPlanned ? null : delegation);
    }

    boolean is(@Nullable String somebody) {
        return person.equals(somebody);
    }
}
