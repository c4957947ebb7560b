/** Starts, configures and stops the servers that Entente runs on. */
@NullMarked
package org.entente.deploy;

import org.jspecify.annotations.NullMarked;
