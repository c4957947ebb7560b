/**
 * Breaches of security: anybody reports one, the security officers of the organisation where it happened handle it in fixed
 * steps, and nobody investigates who stood in the chain of access (AUD-10). The originator is always told what happened and when,
 * and never what weakness of the receiver's let it happen. A product that is compromised stops at once, with a list of everybody
 * who had it and of what was made from it (AUD-11). For whom a case does not concern there is none.
 */
@NullMarked
package org.entente.breach;

import org.jspecify.annotations.NullMarked;
