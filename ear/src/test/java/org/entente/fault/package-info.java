/** What the platform does when its servers die under it. */
@NullMarked
package org.entente.fault;

import org.jspecify.annotations.NullMarked;
