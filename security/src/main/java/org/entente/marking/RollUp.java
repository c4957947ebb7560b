package org.entente.marking;

import static org.entente.marking.RollUpError.EXCLUSION_CONFLICT;
import static org.entente.marking.RollUpError.EYES_DISJOINT;
import static org.entente.marking.RollUpError.MISSION_DISJOINT;
import static org.entente.marking.RollUpError.NO_EQUIVALENCE;
import static org.entente.marking.RollUpError.REL_DISJOINT;
import static org.entente.marking.RollUpError.TIME_ORDER;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds the marks of portions up to the banner of the whole: restrictions unite, permissions intersect (CLS-30 to
 * CLS-38). Groups of organisations count with their members at the instant of the roll-up.
 */
public final class RollUp {
    private final Vocabulary words;
    private final Tiers tiers;

    public RollUp(Vocabulary words, List<Equivalence> equivalences) {
        this.words = words;
        this.tiers = new Tiers(equivalences);
    }

    public RolledUp of(String originator, Instant at, List<Marking> portions) {
        Scheme scheme = words.schemeOf(originator);
        if (scheme == null) {
            return new RolledUp.Refused(NO_EQUIVALENCE);
        }
        Sum sum = new Sum(words, originator, at, portions);
        Level level = level(scheme, at, sum);
        RollUpError error = error(level, sum);
        if (level == null || error != null) {
            return new RolledUp.Refused(error == null ? NO_EQUIVALENCE : error);
        }
        return new RolledUp.Banner(sum.under(level));
    }

    /**
     * Whether {@code given} may stand instead of {@code banner}: unless it is WIDER, nobody may read under it who may not
     * read under the banner.
     */
    public Width compare(String originator, Instant at, Marking banner, Marking given) {
        Comparison comparison = new Comparison(words, tiers, originator, at);
        if (!comparison.atMostAsWide(given, banner)) {
            return Width.WIDER;
        }
        return comparison.atMostAsWide(banner, given) ? Width.SAME : Width.NARROWER;
    }

    private static @Nullable RollUpError error(@Nullable Level level, Sum sum) {
        if (level == null) {
            return NO_EQUIVALENCE;
        }
        if (sum.excludesItsOriginator()) {
            return EXCLUSION_CONFLICT;
        }
        if (sum.namesNobody()) {
            return EYES_DISJOINT;
        }
        if (sum.hasNoCommonMission()) {
            return MISSION_DISJOINT;
        }
        if (sum.expiresUnderEmbargo()) {
            return TIME_ORDER;
        }
        return !level.classified() && sum.releasableToNobodyElse() ? REL_DISJOINT : null;
    }

    /** The lowest level of the scheme that protects every portion at least as well as its own level does. */
    private @Nullable Level level(Scheme scheme, Instant at, Sum sum) {
        for (Level candidate : scheme.levels()) {
            boolean protects = sum.portions().stream().allMatch(portion -> protects(candidate, portion.level(), at));
            if (protects && (candidate.classified() || !sum.needsClassification())) {
                return candidate;
            }
        }
        return null;
    }

    private boolean protects(Level candidate, Level portion, Instant at) {
        if (candidate.scheme().equals(portion.scheme())) {
            return candidate.rank() >= portion.rank();
        }
        Equivalence own = tiers.row(candidate.code(), at);
        Equivalence foreign = tiers.row(portion.code(), at);
        return own != null && foreign != null && own.tier() >= foreign.tier();
    }
}
