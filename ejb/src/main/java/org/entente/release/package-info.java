/**
 * Release: the act by which a person with the authority lets a product go, to named partners, for a purpose, under an
 * arrangement, with the consent of everybody whose information is inside, and signs for it. A request is checked, consented
 * to, weighed for risk, authorised, registered, handed over and acknowledged; it can be refused or sent back at every review,
 * limited in time and called back. Every rule is a sentence with an id in {@link org.entente.release.ReleaseRules}; who may take
 * which step in which state is one table, {@link org.entente.release.Step}, that pages and REST both go by.
 */
@NullMarked
package org.entente.release;

import org.jspecify.annotations.NullMarked;
