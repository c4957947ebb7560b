/**
 * The record and the log over it. A leaf is what the log keeps for ever: fixed order, no names, no text, only digests of
 * salted fields; an opening is the value and salt behind a digest, shown to whom it concerns and erasable. The leaves form a
 * Merkle tree, kept in tiles; its size and root are signed as checkpoints by the log and by witnesses that saw it only grow.
 * Specified in {@code docs/spec/audit.md} and {@code docs/spec/log.md}.
 */
@NullMarked
package org.entente.log;

import org.jspecify.annotations.NullMarked;
