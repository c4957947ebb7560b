/** Releases, consents, delegations, arrangements and due diligence, over REST and on pages. */
@NullMarked
package org.entente.web.release;

import org.jspecify.annotations.NullMarked;
