package org.entente.access;

import java.time.Instant;
import java.util.List;
import org.entente.marking.Level;

/** The arrangements of one giver with one receiver at an instant: the levels covered, for all missions and for each. */
final class Undertakings {
    /** No tier: the table has no row for the level at the instant. */
    private static final int NO_ROW = Integer.MIN_VALUE;

    private final Reach anyMission;
    private final int[] missions;
    private final Reach[] onMission;

    /** Levels that caps cover: as the giver's own product, and as one that it holds jointly under another's scheme. */
    private record Reach(long[] own, long[] joint) {
        static Reach of(Atlas atlas) {
            int words = (atlas.levels.size() >> 6) + 1;
            return new Reach(new long[words], new long[words]);
        }
    }

    private Undertakings(Atlas atlas, int[] tiers, List<Arrangement> arrangements) {
        anyMission = Reach.of(atlas);
        List<Arrangement> bound = arrangements.stream()
                .filter(arrangement -> arrangement.mission() != null)
                .toList();
        missions = new int[bound.size()];
        onMission = new Reach[bound.size()];
        arrangements.stream()
                .filter(arrangement -> arrangement.mission() == null)
                .forEach(arrangement -> cover(arrangement, atlas, tiers, anyMission));
        for (int i = 0; i < missions.length; i++) {
            String mission = bound.get(i).mission();
            missions[i] = mission == null ? Codes.UNKNOWN : atlas.missions.of(mission);
            onMission[i] = Reach.of(atlas);
            cover(bound.get(i), atlas, tiers, onMission[i]);
        }
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

    /** Whether the level is covered for all missions. */
    boolean cover(int level) {
        return Codes.has(anyMission.own, level);
    }

    /** Whether the product's level is covered for its mission or for one that its marking names. */
    boolean coverOnMission(AccessClass product) {
        for (int i = 0; i < missions.length; i++) {
            if (concerns(i, product) && Codes.has(onMission[i].own, product.level)) {
                return true;
            }
        }
        return false;
    }

    /** The same for what the giver holds jointly with the product's originator, under whose scheme it is marked. */
    boolean coverJointly(AccessClass product) {
        if (Codes.has(anyMission.joint, product.level)) {
            return true;
        }
        for (int i = 0; i < missions.length; i++) {
            if (concerns(i, product) && Codes.has(onMission[i].joint, product.level)) {
                return true;
            }
        }
        return false;
    }

    private boolean concerns(int i, AccessClass product) {
        return missions[i] == product.mission || Codes.has(product.missions, missions[i]);
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
