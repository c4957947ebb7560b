package org.entente.auditor;

import org.jspecify.annotations.Nullable;

/**
 * An event and its place.
 *
 * @param index in the log; null until it has one
 * @param cosigned whether a quorum of witnesses has signed for a log that has it
 */
public record EventFile(EventView event, @Nullable Long index, boolean cosigned) {}
