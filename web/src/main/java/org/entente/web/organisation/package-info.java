/** Myself and my hats, over REST and as the chooser on every page. */
@NullMarked
package org.entente.web.organisation;

import org.jspecify.annotations.NullMarked;
