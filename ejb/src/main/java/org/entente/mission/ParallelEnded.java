package org.entente.mission;

import java.util.Set;

/**
 * Two missions that stood side by side do so no longer: what rested on that and nobody has opened yet ends with it (HND-10).
 *
 * @param bound the organisations that agreed to the relation; to nobody else's releases anything happens
 */
public record ParallelEnded(String relation, MissionView one, MissionView other, Set<String> bound) {
    public ParallelEnded {
        bound = Set.copyOf(bound);
    }
}
