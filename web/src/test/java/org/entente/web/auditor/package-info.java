/** Answers as files. */
@NullMarked
package org.entente.web.auditor;

import org.jspecify.annotations.NullMarked;
