/**
 * Who gets which right, and by whom: persons, hats, assignments, clearances, briefings, suspensions. Every act that gives somebody
 * a right is proposed by one, confirmed by others and about a third, all of them named in it; what was shown is what is confirmed
 * and what happens. What takes a right away happens at once. {@link org.entente.people.ActKind} is the one table of who may.
 */
@NullMarked
package org.entente.people;

import org.jspecify.annotations.NullMarked;
