package org.entente.mission;

/** Two missions that stood side by side do so no longer: what rested on that and nobody has opened yet ends with it (HND-10). */
public record ParallelEnded(String relation, MissionView one, MissionView other) {}
