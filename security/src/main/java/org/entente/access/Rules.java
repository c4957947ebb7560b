package org.entente.access;

import static org.entente.access.Reason.BARRED;
import static org.entente.access.Reason.EMBARGOED;
import static org.entente.access.Reason.EXCLUDED;
import static org.entente.access.Reason.EXPIRED;
import static org.entente.access.Reason.HAT_NOT_LIVE;
import static org.entente.access.Reason.NOT_DISSEMINATED;
import static org.entente.access.Reason.NOT_NAMED;
import static org.entente.access.Reason.NOT_ON_MISSION;
import static org.entente.access.Reason.NOT_PUBLISHED;
import static org.entente.access.Reason.NOT_RELEASABLE;
import static org.entente.access.Reason.NO_ARRANGEMENT;
import static org.entente.access.Reason.OTHER_UNIT;
import static org.entente.access.Reason.PROVISIONAL;
import static org.entente.access.Reason.RESIDUAL_SCOPE;
import static org.entente.access.Reason.SOURCE;
import static org.entente.access.Reason.THIRD_PARTY;
import static org.entente.access.Reason.UNPARSED;

import java.time.Instant;

/**
 * The decision table: each reason beside the condition under which it applies. A set of reasons is an int; {@code |}
 * unites. Nothing here allocates. The rules on clearance, equivalence and briefing are {@link ClearanceRules}.
 */
final class Rules {
    /** What stands even against a threat to life (CAV-12): exclusion, violations, sources, names, and that it was released at all. */
    private static final int UNLIFTED = BARRED.when(true)
            | EXCLUDED.when(true)
            | EXPIRED.when(true)
            | NOT_DISSEMINATED.when(true)
            | NOT_NAMED.when(true)
            | NOT_RELEASABLE.when(true)
            | RESIDUAL_SCOPE.when(true)
            | SOURCE.when(true);

    private static final int HIDING = Reason.barring(Outcome.HIDDEN) | Reason.barring(Outcome.NO_HAT);

    private Rules() {}

    /** Every reason against this reader, this product, now. */
    static int against(
            Standing reader, AccessClass product, String id, Instant published, Releases releases, Instant now) {
        if (!reader.acting) {
            return HAT_NOT_LIVE.when(true);
        }
        if (now.isBefore(published)) {
            return NOT_PUBLISHED.when(true);
        }
        if (!product.parsed) {
            return UNPARSED.when(!reader.findsMarkingOf(product));
        }
        boolean foreign = product.isForeignTo(reader.organisation);
        boolean releasable = !foreign || mayReach(reader, product) || product.releasableTo.includes(reader, published);
        int reasons = lasting(reader, product, foreign, now)
                | EXCLUDED.when(foreign && product.excluding && product.notReleasableTo.includes(reader, published))
                | NOT_RELEASABLE.when(!releasable)
                | NOT_DISSEMINATED.when(foreign
                        && (product.byRelease || reader.associate)
                        && releasable
                        && !releases.reach(reader.hat.organisation(), reader.hat.id(), now))
                | OTHER_UNIT.when(reader.isOutsideUnitOf(product)
                        && !releases.reach(reader.hat.organisation(), reader.hat.id(), now))
                | THIRD_PARTY.when(foreign && product.derived && !reader.hasConsentOfAll(product, id, now))
                | RESIDUAL_SCOPE.when(reader.residual && (foreign || !precedesResidual(reader, published)));
        return lifted(reasons, product, foreign);
    }

    private static int lifted(int reasons, AccessClass product, boolean foreign) {
        return foreign && product.emergency ? reasons & UNLIFTED : reasons;
    }

    /** The reasons that do not depend on when the product was published or on its id. */
    private static int lasting(Standing reader, AccessClass product, boolean foreign, Instant now) {
        return EXCLUDED.when(foreign && product.excluding && product.notReleasableTo.includes(reader, now))
                | NOT_NAMED.when(product.named && !reader.isAmong(product.eyesOnly))
                | NO_ARRANGEMENT.when(foreign && product.classified && !reader.isArrangedFor(product))
                | BARRED.when(foreign && (product.classified || product.byRelease) && reader.isBarredFrom(product))
                | NOT_ON_MISSION.when(product.missionBound && !reader.onMissionOf(product))
                | EMBARGOED.when(foreign && product.embargoUntil != null && now.isBefore(product.embargoUntil))
                | EXPIRED.when(foreign && product.expires != null && !now.isBefore(product.expires))
                | SOURCE.when(foreign && product.source)
                | PROVISIONAL.when(reader.provisional && product.classified && !product.flash)
                | reader.againstLevel(product)
                | (foreign && product.portioned ? portions(reader, product) : 0);
    }

    /** Portions are withheld inside the originating organisations only: outside, one such portion hides the whole. */
    private static int portions(Standing reader, AccessClass product) {
        int reasons = 0;
        for (Portion portion : product.portions) {
            reasons |= SOURCE.when(portion.hidesSourceFrom(reader)) | NOT_NAMED.when(portion.doesNotName(reader));
        }
        return reasons;
    }

    /** Whether the marking lets other organisations in without a list: nothing to protect, or somebody named. */
    private static boolean mayReach(Standing reader, AccessClass product) {
        return product.open || (product.named && reader.isAmong(product.eyesOnly));
    }

    private static boolean precedesResidual(Standing reader, Instant published) {
        return reader.residualFrom != null && published.isBefore(reader.residualFrom);
    }

    static Visibility visibility(Standing reader, AccessClass product, Instant now) {
        if (!reader.acting) {
            return Visibility.NEVER;
        }
        if (!product.parsed) {
            return reader.findsMarkingOf(product) ? Visibility.ALWAYS : Visibility.NEVER;
        }
        boolean foreign = product.isForeignTo(reader.organisation);
        int lasting = lasting(reader, product, foreign, now);
        if (hide(lifted(lasting | inEveryCase(reader, product, foreign, now), product, foreign), product)) {
            return Visibility.NEVER;
        }
        boolean hiddenInSome =
                hide(lifted(lasting | inSomeCase(reader, product, foreign, now), product, foreign), product);
        return hiddenInSome ? Visibility.DEPENDS : Visibility.ALWAYS;
    }

    /** The reasons that apply whenever the product was published up to now and whatever its id. */
    private static int inEveryCase(Standing reader, AccessClass product, boolean foreign, Instant now) {
        return NOT_RELEASABLE.when(
                        foreign && !mayReach(reader, product) && !product.releasableTo.everIncluded(reader, now))
                | THIRD_PARTY.when(foreign && product.derived && !reader.mayHaveConsentOfAll(product))
                | RESIDUAL_SCOPE.when(reader.residual && (foreign || reader.residualFrom == null));
    }

    /** The reasons that apply for some instant of publication up to now, for some id or for some releases. */
    private static int inSomeCase(Standing reader, AccessClass product, boolean foreign, Instant now) {
        return EXCLUDED.when(foreign && product.excluding && product.notReleasableTo.everIncluded(reader, now))
                | NOT_RELEASABLE.when(
                        foreign && !mayReach(reader, product) && !product.releasableTo.alwaysIncluded(reader, now))
                | NOT_DISSEMINATED.when(foreign && (product.byRelease || reader.associate))
                | OTHER_UNIT.when(reader.isOutsideUnitOf(product))
                | THIRD_PARTY.when(foreign && product.derived && reader.needsConsent(product))
                | RESIDUAL_SCOPE.when(reader.residual);
    }

    static Outcome outcome(int reasons, AccessClass product, boolean acknowledged) {
        if (hide(reasons, product)) {
            return reasons == HAT_NOT_LIVE.when(true) ? Outcome.NO_HAT : Outcome.HIDDEN;
        }
        if (reasons != 0) {
            return Outcome.HEADER;
        }
        return product.acknowledge && !acknowledged ? Outcome.ACKNOWLEDGE : Outcome.PERMIT;
    }

    /** A marking with SOURCE or EYES ONLY hides the product for any reason; any other only for one that hides. */
    private static boolean hide(int reasons, AccessClass product) {
        return (reasons & HIDING) != 0 || (reasons != 0 && (product.source || product.named));
    }
}
