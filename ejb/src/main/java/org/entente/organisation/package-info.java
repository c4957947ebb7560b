/** People and their hats: who I am here, in which hat I act, and taking a hat off somebody at once. */
@NullMarked
package org.entente.organisation;

import org.jspecify.annotations.NullMarked;
