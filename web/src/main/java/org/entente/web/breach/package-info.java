/** Breach and compromise cases, over REST and as pages. */
@NullMarked
package org.entente.web.breach;

import org.jspecify.annotations.NullMarked;
