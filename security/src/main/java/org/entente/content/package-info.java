/**
 * What the words of a version are bound to: a salted commitment for its title and each portion, and the root over these. Nobody
 * can try out a guess on a commitment without its salt, and whoever has a portion and its salt can check it without the rest.
 * {@code docs/spec/content.md} has the format.
 */
@NullMarked
package org.entente.content;

import org.jspecify.annotations.NullMarked;
