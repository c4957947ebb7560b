package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import org.entente.gate.Gate;
import org.entente.mission.MissionView;
import org.entente.mission.ParallelEnded;
import org.entente.product.Circulation;

/**
 * Missions that stood side by side part: what one let go to the other and nobody there has opened goes no further; what was
 * opened stays with its reader, and the record of all of it stays (HND-10). Between whom nobody agreed that they stand side by
 * side, nothing ends with it.
 */
@ApplicationScoped
class OnParallelEnd {
    @Inject
    private Gate gate;

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private Circulation circulation;

    @Inject
    private Openings openings;

    @Inject
    private Progress progress;

    void ended(@Observes ParallelEnded event) {
        int ended = between(event.one(), event.other(), event) + between(event.other(), event.one(), event);
        gate.notes("parted " + event.relation() + " " + event.one().code() + " "
                + event.other().code() + " grants ended=" + ended);
    }

    private int between(MissionView givers, MissionView receivers, ParallelEnded event) {
        Set<String> missions = Set.of(event.one().code(), event.other().code());
        int ended = 0;
        for (String giver : givers.leads()) {
            for (String receiver : receivers.leads()) {
                if (!event.bound().contains(giver) || !event.bound().contains(receiver)) {
                    continue;
                }
                for (ReleaseRequest release : shelf.openTo(receiver, giver)) {
                    String mission = Objects.requireNonNullElse(
                            circulation.get(release.product()).mission(), "");
                    if (missions.contains(mission) && !openings.opened(receiver, release.product())) {
                        progress.suspended(release, receiver, "HND-10 " + event.relation());
                        shelf.moved(release);
                        ended++;
                    }
                }
            }
        }
        return ended;
    }
}
