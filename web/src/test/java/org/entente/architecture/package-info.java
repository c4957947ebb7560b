/** The rules of the house, and the violations planted to prove that they bite. */
@NullMarked
package org.entente.architecture;

import org.jspecify.annotations.NullMarked;
