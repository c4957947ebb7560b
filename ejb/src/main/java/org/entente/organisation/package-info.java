/** Who I am here and in which hat I act; the schemes of all organisations and how their levels compare. */
@NullMarked
package org.entente.organisation;

import org.jspecify.annotations.NullMarked;
