/**
 * Puts records into the log: takes them from the outbox, gives each its place, writes the tiles that mirrors read, signs, and
 * publishes what a quorum of witnesses has cosigned. A process of its own with a database account of its own: the application,
 * which the world can reach, holds neither the key nor the right to empty the outbox. Specified in {@code docs/spec/log.md}.
 */
@NullMarked
package org.entente.sequencer;

import org.jspecify.annotations.NullMarked;
