/**
 * Registries: each organisation's book of what went out and what came in, numbered without gaps by year, in the columns that
 * accounting for classified material asks for (AUD-09, CLS-50): date, reference and copy number, classification, to or from
 * whom, when the receipt came back, when the copy was returned or destroyed, and by whose certificate.
 */
@NullMarked
package org.entente.registry;

import org.jspecify.annotations.NullMarked;
