/** Products over REST and on pages: found, read, acknowledged, drafted, reviewed. */
@NullMarked
package org.entente.web.product;

import org.jspecify.annotations.NullMarked;
