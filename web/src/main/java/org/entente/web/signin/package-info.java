/**
 * Signing in and out. The identity provider proves who somebody is, by the code flow for pages and by bearer token for the
 * REST interface; what they may do is decided elsewhere, from their hats. One mechanism serves both, and whatever path it
 * does not know as open is closed.
 */
@NullMarked
package org.entente.web.signin;

import org.jspecify.annotations.NullMarked;
