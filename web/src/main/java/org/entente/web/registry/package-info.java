/** The registry's book, over REST and on a page. */
@NullMarked
package org.entente.web.registry;

import org.jspecify.annotations.NullMarked;
