/**
 * The shape of the record. A leaf is what the log keeps for ever: fixed order, no names, no text, only digests of salted
 * fields; an opening is the value and salt behind a digest, shown to whom it concerns and erasable. Specified in
 * {@code docs/spec/audit.md}.
 */
@NullMarked
package org.entente.log;

import org.jspecify.annotations.NullMarked;
