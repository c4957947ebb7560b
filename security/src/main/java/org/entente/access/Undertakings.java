package org.entente.access;

import java.time.Instant;
import java.util.List;
import org.entente.marking.Level;

/**
 * The arrangements of one giver with one receiver at an instant: the levels covered for everything, and by each that is bound to
 * a mission or keeps a control back.
 */
final class Undertakings {
    /** No tier: the table has no row for the level at the instant. */
    private static final int NO_ROW = Integer.MIN_VALUE;

    private final Reach everything;
    private final Bound[] bound;

    /** Levels that caps cover: as the giver's own product, and as one that it holds jointly under another's scheme. */
    private record Reach(long[] own, long[] joint) {
        static Reach of(Atlas atlas) {
            int words = (atlas.levels.size() >> 6) + 1;
            return new Reach(new long[words], new long[words]);
        }
    }

    /** What an arrangement covers for one mission only, or without some controls. */
    private record Bound(boolean anyMission, int mission, int without, Reach reach) {
        static Bound of(Arrangement arrangement, Atlas atlas, int[] tiers) {
            Reach reach = Reach.of(atlas);
            cover(arrangement, atlas, tiers, reach);
            String mission = arrangement.mission();
            return new Bound(
                    mission == null,
                    mission == null ? Codes.UNKNOWN : atlas.missions.of(mission),
                    AccessClass.bits(arrangement.without()),
                    reach);
        }

        boolean concerns(AccessClass product) {
            return (without & product.controls) == 0
                    && (anyMission || mission == product.mission || Codes.has(product.missions, mission));
        }
    }

    private Undertakings(Atlas atlas, int[] tiers, List<Arrangement> arrangements) {
        everything = Reach.of(atlas);
        arrangements.stream()
                .filter(Undertakings::unbound)
                .forEach(arrangement -> cover(arrangement, atlas, tiers, everything));
        bound = arrangements.stream()
                .filter(arrangement -> !unbound(arrangement))
                .map(arrangement -> Bound.of(arrangement, atlas, tiers))
                .toArray(Bound[]::new);
    }

    private static boolean unbound(Arrangement arrangement) {
        return arrangement.mission() == null && arrangement.without().isEmpty();
    }

    /** What each organisation, by number, has undertaken towards the receiver. */
    static Undertakings[] to(String receiver, Atlas atlas, Instant at) {
        int[] tiers = atlas.levels.stream()
                .map(level -> atlas.row(level, at))
                .mapToInt(row -> row == null ? NO_ROW : row.tier())
                .toArray();
        return atlas.world.organisations().stream()
                .map(giver -> new Undertakings(
                        atlas,
                        tiers,
                        atlas.world.arrangements().stream()
                                .filter(arrangement -> arrangement.giver().equals(giver.code()))
                                .filter(arrangement -> arrangement.receiver().equals(receiver))
                                .filter(arrangement -> arrangement.during().contains(at))
                                .toList()))
                .toArray(Undertakings[]::new);
    }

    /** Whether the level is covered for all missions and with every control. */
    boolean cover(int level) {
        return Codes.has(everything.own, level);
    }

    /** Whether the product's level is covered for its mission, or one that its marking names, and with its controls. */
    boolean coverBound(AccessClass product) {
        for (Bound one : bound) {
            if (one.concerns(product) && Codes.has(one.reach.own, product.level)) {
                return true;
            }
        }
        return false;
    }

    /** The same for what the giver holds jointly with the product's originator, under whose scheme it is marked. */
    boolean coverJointly(AccessClass product) {
        if (Codes.has(everything.joint, product.level)) {
            return true;
        }
        for (Bound one : bound) {
            if (one.concerns(product) && Codes.has(one.reach.joint, product.level)) {
                return true;
            }
        }
        return false;
    }

    private static void cover(Arrangement arrangement, Atlas atlas, int[] tiers, Reach reach) {
        Level cap = atlas.level(arrangement.cap());
        int capTier = cap == null ? NO_ROW : tiers[atlas.number(cap)];
        for (int i = 0; cap != null && i < atlas.levels.size(); i++) {
            Level level = atlas.levels.get(i);
            boolean sameScheme = level.scheme().equals(cap.scheme());
            if (sameScheme && level.rank() <= cap.rank()) {
                Codes.set(reach.own, i);
                Codes.set(reach.joint, i);
            }
            if (!sameScheme && capTier != NO_ROW && tiers[i] != NO_ROW && tiers[i] <= capTier) {
                Codes.set(reach.joint, i);
            }
        }
    }
}
