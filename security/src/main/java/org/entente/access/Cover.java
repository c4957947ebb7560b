package org.entente.access;

import java.time.Instant;
import java.util.List;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.jspecify.annotations.Nullable;

/** How far a giver's arrangements with a receiver reach (CAV-04, CAV-05). */
public enum Cover {
    /** No arrangement is in force for them and this mission. */
    NONE,
    /** There is one, but its cap, in the giver's own scheme, lies below the level. */
    BELOW_LEVEL,
    COVERED;

    /** For a product of this marking and mission, handed on by its giver at that instant. */
    public static Cover of(
            World world, String giver, String receiver, Marking marking, @Nullable String mission, Instant at) {
        List<Arrangement> concerned = world.arrangements().stream()
                .filter(a -> a.giver().equals(giver) && a.receiver().equals(receiver))
                .filter(a -> a.during().contains(at))
                .filter(a -> a.mission() == null
                        || a.mission().equals(mission)
                        || marking.missions().contains(a.mission()))
                .toList();
        if (concerned.isEmpty()) {
            return NONE;
        }
        boolean covered = concerned.stream()
                .map(a -> world.vocabulary().levelByCode(a.cap()))
                .anyMatch(cap -> cap != null && reaches(cap, marking.level()));
        return covered ? COVERED : BELOW_LEVEL;
    }

    private static boolean reaches(Level cap, Level level) {
        return cap.scheme().equals(level.scheme()) && cap.rank() >= level.rank();
    }
}
