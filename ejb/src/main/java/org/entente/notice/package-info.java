/**
 * Notices: somebody learns that something waits for them or has happened, on a page and by mail. A notice is stored for each
 * hat in the transaction of its cause and holds no word of anything; whether the hat may know of the thing is decided when the
 * notice is made, again when it is shown, and again when a mail is written. Mail leaves the platform on an unprotected
 * channel: it says that something waits, and more only of what is unclassified (CLS-07, CAV-10).
 */
@NullMarked
package org.entente.notice;

import org.jspecify.annotations.NullMarked;
