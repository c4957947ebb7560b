package org.entente.product;

/**
 * How what a product says was acquired. Peacekeeping-intelligence is never acquired clandestinely: no word here could say so, and
 * none may be added that does (PKI-07).
 */
public enum AcquisitionMethod {
    OPEN_SOURCE,
    /** By patrols, posts and checkpoints in their ordinary duty. */
    OBSERVATION,
    /** In open conversation with people who know to whom they speak. */
    CONTACT,
    /** Given by authorities, partners or other entities. */
    LIAISON,
    /** By pictures that the mission takes within its mandate. */
    IMAGERY,
    /** By other sensors of the mission, within its mandate. */
    SENSOR,
    /** Reported by components of the mission in the course of their work. */
    MISSION_REPORTING
}
