/**
 * The marking algebra: what may stand on a document, how it is read and written, and how the marks of its portions add
 * up to its banner. Levels, organisations and names are data; only the grammar is code. A marking exists only if it
 * parsed or was rolled up, so everything behind this package may trust it.
 */
@NullMarked
package org.entente.marking;

import org.jspecify.annotations.NullMarked;
