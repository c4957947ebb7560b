/**
 * What leaves the platform as a file: a product's copy as PDF or HTML, from one template, and its label in the words of
 * STANAG 4774. Everything a copy shows comes from the boundary already restricted to its reader; nothing is hidden here,
 * because nothing that would need hiding arrives (CLS-42).
 */
@NullMarked
package org.entente.web.document;

import org.jspecify.annotations.NullMarked;
