/**
 * JSON from people: everything that is wrong with a file is collected and named by line and field, so that a planner can
 * mend it in one go. Strict: a field that nobody asked for is as wrong as one that is missing.
 */
@NullMarked
package org.entente.json;

import org.jspecify.annotations.NullMarked;
