/** Everybody's desk, over REST and on a page. */
@NullMarked
package org.entente.web.waiting;

import org.jspecify.annotations.NullMarked;
