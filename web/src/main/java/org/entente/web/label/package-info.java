/** Labels after publication: changed, challenged, reviewed, referred. */
@NullMarked
package org.entente.web.label;

import org.jspecify.annotations.NullMarked;
