/** Inside the server: what only a look from within can show. The application under test is the EAR that ships. */
@NullMarked
package org.entente.container;

import org.jspecify.annotations.NullMarked;
