/** Notices, over REST and on their page, and how many wait. */
@NullMarked
package org.entente.web.notice;

import org.jspecify.annotations.NullMarked;
