/**
 * The cosigned log as auditors and partners meet it: its newest note, its tiles, proofs of single events, bundles to be checked
 * offline, and how it is. Only reads; what puts records into the log is a process of its own. See {@code docs/spec/log.md}.
 */
@NullMarked
package org.entente.transparency;

import org.jspecify.annotations.NullMarked;
