/** What all pages and files share. */
@NullMarked
package org.entente.web.shell;

import org.jspecify.annotations.NullMarked;
