/** Requests for information as partners' systems and people in front of a browser meet them. */
@NullMarked
package org.entente.web.request;

import org.jspecify.annotations.NullMarked;
