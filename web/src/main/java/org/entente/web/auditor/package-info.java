/** The record for auditors, over REST and as a page. */
@NullMarked
package org.entente.web.auditor;

import org.jspecify.annotations.NullMarked;
