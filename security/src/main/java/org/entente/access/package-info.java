/**
 * The access decision: given the world's arrangements, who may see what at an instant, and every reason why not. The one
 * {@link org.entente.access.AccessPolicy} answers for a single product and for lists alike, so that a page, a search and
 * a direct link can never disagree.
 */
@NullMarked
package org.entente.access;

import org.jspecify.annotations.NullMarked;
