package org.entente.access;

import java.time.Instant;
import java.util.List;
import org.entente.marking.Level;

/** The arrangements of one giver with one receiver at an instant: the levels covered, for all missions and for each. */
final class Undertakings {
    private final long[] anyMission;
    private final int[] missions;
    private final long[][] onMission;

    private Undertakings(Atlas atlas, List<Arrangement> arrangements) {
        anyMission = new long[(atlas.levels.size() >> 6) + 1];
        List<Arrangement> bound = arrangements.stream()
                .filter(arrangement -> arrangement.mission() != null)
                .toList();
        missions = new int[bound.size()];
        onMission = new long[bound.size()][];
        arrangements.stream()
                .filter(arrangement -> arrangement.mission() == null)
                .forEach(arrangement -> cover(arrangement, atlas, anyMission));
        for (int i = 0; i < missions.length; i++) {
            String mission = bound.get(i).mission();
            missions[i] = mission == null ? Codes.UNKNOWN : atlas.missions.of(mission);
            onMission[i] = new long[anyMission.length];
            cover(bound.get(i), atlas, onMission[i]);
        }
    }

    /** What each organisation, by number, has undertaken towards the receiver. */
    static Undertakings[] to(String receiver, Atlas atlas, Instant at) {
        return atlas.world.organisations().stream()
                .map(giver -> new Undertakings(
                        atlas,
                        atlas.world.arrangements().stream()
                                .filter(arrangement -> arrangement.giver().equals(giver.code()))
                                .filter(arrangement -> arrangement.receiver().equals(receiver))
                                .filter(arrangement -> arrangement.during().contains(at))
                                .toList()))
                .toArray(Undertakings[]::new);
    }

    /** Whether the level is covered for all missions. */
    boolean cover(int level) {
        return Codes.has(anyMission, level);
    }

    /** Whether the product's level is covered for its mission or for one that its marking names. */
    boolean coverOnMission(AccessClass product) {
        for (int i = 0; i < missions.length; i++) {
            boolean concerned = missions[i] == product.mission || Codes.has(product.missions, missions[i]);
            if (concerned && Codes.has(onMission[i], product.level)) {
                return true;
            }
        }
        return false;
    }

    private static void cover(Arrangement arrangement, Atlas atlas, long[] levels) {
        Level cap = atlas.level(arrangement.cap());
        for (int i = 0; cap != null && i < atlas.levels.size(); i++) {
            Level level = atlas.levels.get(i);
            if (level.scheme().equals(cap.scheme()) && level.rank() <= cap.rank()) {
                Codes.set(levels, i);
            }
        }
    }
}
