/** The record: every decision, granted or denied, leaves one. */
@NullMarked
package org.entente.audit;

import org.jspecify.annotations.NullMarked;
