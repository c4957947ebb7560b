package org.entente.registry;

/** Which way an item passed the registry. */
public enum Direction {
    OUT,
    IN
}
