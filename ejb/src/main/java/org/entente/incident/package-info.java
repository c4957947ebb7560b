/**
 * Incident reports from outside: rows of an event data set become drafts of an organisation's own, marked as its analyst
 * chooses, each whole or not at all, none twice. They are published like any other product, by an officer who is not the
 * analyst.
 */
@NullMarked
package org.entente.incident;

import org.jspecify.annotations.NullMarked;
