/**
 * The same decisions without a server: auditors, testers and planners ask a world file on the command line. Questions
 * come in and answers go out line by line; a line that makes no sense is answered with an error in its place.
 */
@NullMarked
package org.entente.cli;

import org.jspecify.annotations.NullMarked;
