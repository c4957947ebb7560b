/** People at work on the pages, in a real browser, with the keyboard and with assistive technology in mind. */
@NullMarked
package org.entente.browser;

import org.jspecify.annotations.NullMarked;
