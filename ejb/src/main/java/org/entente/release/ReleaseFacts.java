package org.entente.release;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.access.Cover;
import org.entente.marking.Marking;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules on a release look at, gathered before any of them is asked.
 *
 * @param sourcePortions ids of portions that would identify a human source
 * @param recipients to whom it shall go
 * @param cover for each recipient, how far the originator's arrangements reach
 * @param excluded recipients that the label excludes, or that host the mission and have no arrangement
 * @param unlisted recipients whom the label does not name
 * @param named recipients of whom a person or post is named by EYES ONLY
 * @param holding recipients who have it already, or are about to get it
 * @param withoutConsent for each giver whose consent is needed, the recipients it has not been given for
 * @param unreviewedForces security forces of recipients without a due-diligence review in force
 * @param unmitigatedForces those of HIGH risk without mitigation
 * @param unassessedByOwners forces that stand in the way by the due diligence of others whose information is inside
 * @param expired whether the label's EXPIRES lies behind
 */
record ReleaseFacts(
        String releaser,
        String originator,
        Marking marking,
        List<String> sourcePortions,
        List<String> recipients,
        Map<String, Cover> cover,
        Set<String> excluded,
        Set<String> unlisted,
        Set<String> named,
        Set<String> holding,
        Map<String, Set<String>> withoutConsent,
        List<String> unreviewedForces,
        List<String> unmitigatedForces,
        List<String> unassessedByOwners,
        boolean expired,
        @Nullable String sanitisedFrom) {

    /** All that due diligence says against it, whosever it is. */
    List<String> diligence() {
        return Stream.of(unreviewedForces, unmitigatedForces, unassessedByOwners)
                .flatMap(List::stream)
                .toList();
    }

    boolean classified() {
        return marking.level().classified();
    }

    List<String> recipientsWith(Cover wanted) {
        return recipients.stream()
                .filter(r -> cover.getOrDefault(r, Cover.NONE) == wanted)
                .toList();
    }

    List<String> among(Set<String> some) {
        return recipients.stream().filter(some::contains).toList();
    }
}
