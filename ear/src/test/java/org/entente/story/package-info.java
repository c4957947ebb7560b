/** Stories of the exercise, told through REST over the running platform. */
@NullMarked
package org.entente.story;

import org.jspecify.annotations.NullMarked;
