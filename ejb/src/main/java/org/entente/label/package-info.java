/**
 * What becomes of a label after publication: changed by the originator's own authority (CLS-40, CLS-46, CLS-47), challenged by any
 * holder without retribution (CLS-48), reviewed when its time has come (AUD-12), and referred to the competent human rights
 * office whatever it says (PKI-12).
 */
@NullMarked
package org.entente.label;

import org.jspecify.annotations.NullMarked;
