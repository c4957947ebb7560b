/**
 * Intelligence products, from the first draft to withdrawal. An analyst files portions, each with its marking; the banner is
 * their roll-up; a classification officer of the same organisation, never the author, confirms and publishes. What is
 * published never changes: a new version is a new row, with the hash of its content. Who sees which product, in a list, a
 * count, a search or by number, is decided by the one policy, and what is hidden answers exactly like what is not there.
 */
@NullMarked
package org.entente.product;

import org.jspecify.annotations.NullMarked;
