/** Documents as their reader would get them, looked at from outside. */
@NullMarked
package org.entente.web.document;

import org.jspecify.annotations.NullMarked;
