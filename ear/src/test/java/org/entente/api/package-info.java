/** The REST contract as a whole. */
@NullMarked
package org.entente.api;

import org.jspecify.annotations.NullMarked;
