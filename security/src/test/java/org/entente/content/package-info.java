@NullMarked
package org.entente.content;

import org.jspecify.annotations.NullMarked;
