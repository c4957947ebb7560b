/** What holds for all pages, checked on their sources. */
@NullMarked
package org.entente.web;

import org.jspecify.annotations.NullMarked;
