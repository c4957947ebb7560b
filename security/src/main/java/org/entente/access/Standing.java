package org.entente.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.identity.Assignment;
import org.entente.identity.Briefing;
import org.entente.identity.Clearance;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.identity.Residual;
import org.entente.identity.Role;
import org.entente.marking.Equivalence;
import org.jspecify.annotations.Nullable;

/** Where a hat stands at an instant, compiled; it holds until the next instant at which anything about it changes. */
final class Standing {
    /** Beside the bits of the reasons. */
    private static final int ARRANGED = 1 << 31;

    final Hat hat;
    final Atlas atlas;
    final int organisation;
    final boolean acting;
    final boolean residual;
    final @Nullable Instant residualFrom;
    final boolean provisional;
    /** Whether the organisation receives what is released to it, product by product, and nothing else (ORG-04). */
    final boolean associate;

    final boolean sourceHandler;

    /** Whether it is a classification officer's that counts in full now. */
    private final boolean marking;

    /** Whether it reads of its own organisation's units only what these hand on (PKI-14). */
    private final boolean unitBound;

    private final long[] units;
    final long[] missions;
    final Interval[][] stays;
    final long[] consenting;
    private final long[] barring;
    private final int[] names;
    private final int[] cells;
    private final int levels;
    private final Undertakings[] undertakings;
    private final @Nullable Instant from;
    private final @Nullable Instant until;

    Standing(Hat hat, Atlas atlas, Instant at) {
        this.hat = hat;
        this.atlas = atlas;
        organisation = atlas.organisations.of(hat.organisation());
        List<Interval> membership = atlas.world.membershipOf(hat);
        boolean member = membership == null || membership.stream().anyMatch(stretch -> stretch.contains(at));
        residual = member && hat.residualAt(at);
        acting = organisation != Codes.UNKNOWN && member && (residual || hat.liveAt(at));
        residualFrom = hat.residual() == null ? null : hat.residual().during().from();
        provisional = hat.provisionalUntil() != null && at.isBefore(hat.provisionalUntil());
        associate = atlas.world.organisations().stream()
                .anyMatch(o -> o.code().equals(hat.organisation()) && o.kind() == Organisation.Kind.ASSOCIATE);
        sourceHandler = hat.has(Role.SOURCE_HANDLER);
        marking = hat.has(Role.CLASSIFICATION_OFFICER) && !residual && !provisional;
        List<String> own = atlas.world.unitsOf(hat.organisation(), hat.posts()).stream()
                .map(Unit::code)
                .toList();
        units = atlas.units.bits(own);
        unitBound = (hat.has(Role.ANALYST) || !own.isEmpty())
                && !hat.has(Role.CLASSIFICATION_OFFICER)
                && !hat.has(Role.RELEASE_AUTHORITY);
        missions = atlas.missions.bits(hat.missionsAt(at));
        names = atlas.names.numbers(
                Stream.concat(Stream.of(hat.person()), hat.posts().stream()).toList());
        stays = atlas.stays(hat.organisation());
        consenting = atlas.organisations.bits(atlas.world.consents().stream()
                .filter(consent -> consent.receiver().equals(hat.organisation()))
                .filter(consent -> consent.during().contains(at))
                .map(Consent::giver)
                .toList());
        barring = atlas.organisations.bits(atlas.world.bars().stream()
                .filter(bar -> bar.receiver().equals(hat.organisation()))
                .filter(bar -> bar.during().contains(at))
                .map(Bar::giver)
                .toList());
        undertakings = Undertakings.to(hat.organisation(), atlas, at);
        levels = atlas.levels.size();
        cells = cells(new ClearanceRules(atlas, hat, at));
        List<Instant> edges = edges();
        from = edges.stream()
                .filter(edge -> !edge.isAfter(at))
                .max(Instant::compareTo)
                .orElse(null);
        until = edges.stream()
                .filter(edge -> edge.isAfter(at))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** By identity: comparing hats by value would cost more than a decision. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Hat other) {
        return hat == other;
    }

    boolean holdsAt(Instant t) {
        return (from == null || !t.isBefore(from)) && (until == null || t.isBefore(until));
    }

    @Nullable
    Instant until() {
        return until;
    }

    /** Whether the person or a post of the hat is among these names. */
    boolean isAmong(int[] persons) {
        return Codes.meet(persons, names);
    }

    /** Whether it came in unmarked, and this is a reader who is to find its marking (CLS-02). */
    boolean findsMarkingOf(AccessClass product) {
        return product.unknown && marking && organisation == product.originator;
    }

    /** Whether another unit of its own organisation made it for itself: protected, with no list of organisations, and not for this hat by name. */
    boolean isOutsideUnitOf(AccessClass product) {
        return unitBound
                && product.ofUnit
                && product.classified
                && !product.listed
                && organisation == product.originator
                && (product.unit == Codes.UNKNOWN || !Codes.has(units, product.unit))
                && !(product.named && isAmong(product.eyesOnly));
    }

    boolean onMissionOf(AccessClass product) {
        return Codes.meet(product.missions, missions);
    }

    /** Whether somebody whose information is inside lets nothing go to the reader's organisation now. */
    boolean isBarredFrom(AccessClass product) {
        return Codes.meet(product.owners, barring);
    }

    /** Clearance, equivalence and briefing: what bars this hat from the product's level. */
    int againstLevel(AccessClass product) {
        return cells[product.originator * levels + product.level] & ~ARRANGED;
    }

    boolean isArrangedFor(AccessClass product) {
        return ((cells[product.originator * levels + product.level] & ARRANGED) != 0
                        || undertakings[product.originator].coverBound(product))
                && isArrangedForByTheOthers(product);
    }

    /** Each of the joint originators answers for its own part in what they hold together. */
    private boolean isArrangedForByTheOthers(AccessClass product) {
        for (int other : product.coOriginators) {
            if (!undertakings[other].coverJointly(product)) {
                return false;
            }
        }
        return true;
    }

    /** For each originator and level, side by side, what bars from the level and whether it is arranged for. */
    private int[] cells(ClearanceRules clearance) {
        int[] againstLevel = atlas.levels.stream().mapToInt(clearance::against).toArray();
        int[] cells = new int[undertakings.length * levels];
        for (int i = 0; i < cells.length; i++) {
            boolean arranged = undertakings[i / levels].cover(i % levels);
            cells[i] = againstLevel[i % levels] | (arranged ? ARRANGED : 0);
        }
        return atlas.shared(cells);
    }

    /** Whether every giver of information inside the product has consented, or needs not to. */
    boolean hasConsentOfAll(AccessClass product, String id, Instant at) {
        for (int giver : product.givers) {
            String code = atlas.world.organisations().get(giver).code();
            if (giver != organisation && !atlas.consented(code, hat.organisation(), id, at)) {
                return false;
            }
        }
        return true;
    }

    /** Whether somebody else's information is inside, so that a consent is needed at all. */
    boolean needsConsent(AccessClass product) {
        for (int giver : product.givers) {
            if (giver != organisation) {
                return true;
            }
        }
        return false;
    }

    /** Whether every giver who must consent has consented for some product. */
    boolean mayHaveConsentOfAll(AccessClass product) {
        for (int giver : product.givers) {
            if (giver != organisation && !Codes.has(consenting, giver)) {
                return false;
            }
        }
        return true;
    }

    private List<Instant> edges() {
        World world = atlas.world;
        List<Interval> stretches = new ArrayList<>();
        hat.assignments().stream().map(Assignment::during).forEach(stretches::add);
        Stream.ofNullable(hat.residual()).map(Residual::during).forEach(stretches::add);
        hat.clearances().stream().map(Clearance::during).forEach(stretches::add);
        hat.briefings().stream().map(Briefing::during).forEach(stretches::add);
        Stream.ofNullable(world.membershipOf(hat)).forEach(stretches::addAll);
        world.equivalences().stream().map(Equivalence::during).forEach(stretches::add);
        world.arrangements().stream()
                .filter(arrangement -> arrangement.receiver().equals(hat.organisation()))
                .map(Arrangement::during)
                .forEach(stretches::add);
        world.consents().stream()
                .filter(consent -> consent.receiver().equals(hat.organisation()))
                .map(Consent::during)
                .forEach(stretches::add);
        world.bars().stream()
                .filter(bar -> bar.receiver().equals(hat.organisation()))
                .map(Bar::during)
                .forEach(stretches::add);
        Stream.of(stays).flatMap(Stream::of).forEach(stretches::add);
        Stream<Instant> ends = stretches.stream().flatMap(Standing::ends);
        return Stream.concat(ends, Stream.ofNullable(hat.provisionalUntil())).toList();
    }

    private static Stream<Instant> ends(Interval stretch) {
        return Stream.concat(Stream.ofNullable(stretch.from()), Stream.ofNullable(stretch.to()));
    }
}
