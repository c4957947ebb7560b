package org.entente.mission;

/** How one mission stands to another. */
public enum RelationType {
    /** The second takes over from the first; needs a handover plan. */
    SEQUENTIAL,
    /** Side by side, without a transfer of anything: arrangements and releases only (HND-10). */
    PARALLEL,
    /** Under one command: what is made there has joint originators (HND-11). */
    INTEGRATED
}
