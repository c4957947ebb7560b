/** The register as a file. */
@NullMarked
package org.entente.web.registry;

import org.jspecify.annotations.NullMarked;
