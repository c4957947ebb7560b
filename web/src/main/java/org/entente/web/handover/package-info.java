/** Handovers over REST and as pages. */
@NullMarked
package org.entente.web.handover;

import org.jspecify.annotations.NullMarked;
