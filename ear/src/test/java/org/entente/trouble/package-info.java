/** What the platform does when its servers die under it; after the stories, which would carry what these leave behind. */
@NullMarked
package org.entente.trouble;

import org.jspecify.annotations.NullMarked;
