/**
 * Who acts: persons act in hats, dated assignments in an organisation, and every right belongs to the hat, never to the person.
 */
@NullMarked
package org.entente.identity;

import org.jspecify.annotations.NullMarked;
