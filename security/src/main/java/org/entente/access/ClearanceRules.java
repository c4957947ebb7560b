package org.entente.access;

import static org.entente.access.Reason.ASSUMED_EQUIVALENCE;
import static org.entente.access.Reason.BRIEFING;
import static org.entente.access.Reason.CLEARANCE;
import static org.entente.access.Reason.NO_EQUIVALENCE;
import static org.entente.marking.Equivalence.Status.AGREED;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.identity.Briefing;
import org.entente.identity.Clearance;
import org.entente.identity.Hat;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;

/** What a hat's clearances and briefings at an instant leave against reading at a level. */
final class ClearanceRules {
    /** From this tier on an equivalence that nobody signed does not carry. */
    private static final int AGREED_FROM = 3;

    private final Atlas atlas;
    private final Instant at;
    private final List<Level> held;
    private final List<Equivalence> heldRows;
    private final Set<String> briefed;

    ClearanceRules(Atlas atlas, Hat hat, Instant at) {
        this.atlas = atlas;
        this.at = at;
        held = hat.clearances().stream()
                .filter(clearance -> clearance.during().contains(at))
                .map(Clearance::level)
                .map(atlas::level)
                .filter(Objects::nonNull)
                .toList();
        heldRows = held.stream()
                .map(level -> atlas.row(level, at))
                .filter(Objects::nonNull)
                .toList();
        briefed = hat.briefings().stream()
                .filter(briefing -> briefing.during().contains(at))
                .map(Briefing::scheme)
                .collect(Collectors.toUnmodifiableSet());
    }

    int against(Level level) {
        if (!level.classified()) {
            return 0;
        }
        List<Level> sameScheme =
                held.stream().filter(own -> own.scheme().equals(level.scheme())).toList();
        boolean foreignOnly = !held.isEmpty() && sameScheme.isEmpty();
        Equivalence row = atlas.row(level, at);
        boolean comparable = row != null && !heldRows.isEmpty();
        boolean reached = row != null && heldRows.stream().anyMatch(own -> own.tier() >= row.tier());
        boolean agreed = row != null && heldRows.stream().anyMatch(own -> own.tier() >= row.tier() && agreed(own, row));
        boolean high = row != null && row.tier() >= AGREED_FROM;
        return NO_EQUIVALENCE.when(foreignOnly && !comparable)
                | ASSUMED_EQUIVALENCE.when(foreignOnly && comparable && high && reached && !agreed)
                | CLEARANCE.when(held.isEmpty())
                | CLEARANCE.when(
                        !sameScheme.isEmpty() && sameScheme.stream().allMatch(own -> own.rank() < level.rank()))
                | CLEARANCE.when(foreignOnly && comparable && !reached)
                | BRIEFING.when(wantsBriefing(level) && !briefed.contains(level.scheme()));
    }

    private boolean wantsBriefing(Level level) {
        var scheme = atlas.schemes.get(level.scheme());
        return scheme == null || scheme.briefing();
    }

    private static boolean agreed(Equivalence own, Equivalence row) {
        return own.status() == AGREED && row.status() == AGREED;
    }
}
