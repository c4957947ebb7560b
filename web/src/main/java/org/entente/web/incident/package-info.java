/** Importing incident reports, over REST and as a page. */
@NullMarked
package org.entente.web.incident;

import org.jspecify.annotations.NullMarked;
