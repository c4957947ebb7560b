/** Missions and how they stand to each other, over REST and as a page. */
@NullMarked
package org.entente.web.mission;

import org.jspecify.annotations.NullMarked;
