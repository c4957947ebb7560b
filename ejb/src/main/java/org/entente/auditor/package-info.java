/**
 * What an auditor sees of the record: events by their own organisation's people on anything, and by anyone on their own
 * organisation's products (AUD-04); never a title (AUD-05), and of another organisation's hidden product no more than the
 * person got who asked for it. Looking is itself recorded.
 */
@NullMarked
package org.entente.auditor;

import org.jspecify.annotations.NullMarked;
