package org.entente.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.jspecify.annotations.Nullable;

/** How far a giver's arrangements with a receiver reach (CAV-04, CAV-05), from the least to the best. */
public enum Cover {
    /** No arrangement is in force for them and this mission. */
    NONE,
    /** There is one, but its cap lies below the level. */
    BELOW_LEVEL,
    /** The level is covered, but only by one under which a control of the marking does not travel. */
    KEPT_BACK,
    COVERED;

    /** For a product of this marking and mission, handed on by its giver, or by one of its joint originators. */
    public static Cover of(
            World world, String giver, String receiver, Marking marking, @Nullable String mission, Instant at) {
        List<Arrangement> concerned = concerned(world, giver, receiver, marking, mission, at);
        if (concerned.isEmpty()) {
            return NONE;
        }
        List<Arrangement> reaching =
                concerned.stream().filter(a -> reaches(world, a, marking, at)).toList();
        if (reaching.isEmpty()) {
            return BELOW_LEVEL;
        }
        return reaching.stream().anyMatch(a -> a.keepsBack(marking).isEmpty()) ? COVERED : KEPT_BACK;
    }

    /** The arrangements by which it is covered, where it is. */
    public static List<Arrangement> covering(
            World world, String giver, String receiver, Marking marking, @Nullable String mission, Instant at) {
        return concerned(world, giver, receiver, marking, mission, at).stream()
                .filter(a ->
                        reaches(world, a, marking, at) && a.keepsBack(marking).isEmpty())
                .toList();
    }

    private static List<Arrangement> concerned(
            World world, String giver, String receiver, Marking marking, @Nullable String mission, Instant at) {
        return world.arrangements().stream()
                .filter(a -> a.giver().equals(giver) && a.receiver().equals(receiver))
                .filter(a -> a.during().contains(at))
                .filter(a -> a.mission() == null
                        || a.mission().equals(mission)
                        || marking.missions().contains(a.mission()))
                .toList();
    }

    private static boolean reaches(World world, Arrangement arrangement, Marking marking, Instant at) {
        Level cap = world.vocabulary().levelByCode(arrangement.cap());
        return cap != null
                && (reaches(cap, marking.level())
                        || (marking.coOriginators().contains(arrangement.giver())
                                && reachesByTier(world, cap, marking.level(), at)));
    }

    /** The least that any originator's arrangements reach: from outside one needs an arrangement with each (HND-11). */
    public static Cover least(
            World world, String originator, String receiver, Marking marking, @Nullable String mission, Instant at) {
        return Stream.concat(Stream.of(originator), marking.joint().stream())
                .distinct()
                .map(giver -> of(world, giver, receiver, marking, mission, at))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** A joint originator caps in its own scheme what is marked in another's. */
    private static boolean reachesByTier(World world, Level cap, Level level, Instant at) {
        Equivalence capped = row(world, cap, at);
        Equivalence wanted = row(world, level, at);
        return !cap.scheme().equals(level.scheme())
                && capped != null
                && wanted != null
                && wanted.tier() <= capped.tier();
    }

    private static @Nullable Equivalence row(World world, Level level, Instant at) {
        return world.equivalences().stream()
                .filter(row -> row.level().equals(level.code()) && row.during().contains(at))
                .findFirst()
                .orElse(null);
    }

    private static boolean reaches(Level cap, Level level) {
        return cap.scheme().equals(level.scheme()) && cap.rank() >= level.rank();
    }
}
