/** The exercise clock. */
@NullMarked
package org.entente.web.exercise;

import org.jspecify.annotations.NullMarked;
