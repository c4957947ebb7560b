/**
 * The one door. Every operation of every feature passes it: it finds out who calls and in which hat, checks the hat's roles,
 * lets the feature ask for the decision on its object, refuses an operation that never asked, and sees that exactly one
 * record is written, in the operation's own transaction for a change, durably before the answer for a read or a denial.
 */
@NullMarked
package org.entente.gate;

import org.jspecify.annotations.NullMarked;
