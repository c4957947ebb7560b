/** What every page and resource shares: layout, sign-in, errors. */
@NullMarked
package org.entente.web.shell;

import org.jspecify.annotations.NullMarked;
