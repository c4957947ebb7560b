/**
 * The same request twice does its work once: what was answered under a key is answered again, word for word, and the same
 * key with another request is refused. Any feature that changes something may use it.
 */
@NullMarked
package org.entente.idempotency;

import org.jspecify.annotations.NullMarked;
