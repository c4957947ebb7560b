/** The whole platform as a test meets it: started once by its own launcher, spoken to over HTTP. */
@NullMarked
package org.entente.running;

import org.jspecify.annotations.NullMarked;
