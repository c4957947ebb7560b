/**
 * What waits for somebody: each feature that keeps work for people says what of it is for the acting hat, on what ground, since
 * when and until when. This package asks all of them and knows none.
 */
@NullMarked
package org.entente.waiting;

import org.jspecify.annotations.NullMarked;
