package org.entente.product;

/**
 * A name or a number of a portion that was taken out, which the sanitised version says as well: it may be chance, and whoever
 * confirms it says so of each (CLS-42).
 *
 * @param field where it stands, as in {@code portions[0].text}
 * @param text as it stands there
 */
public record Mention(String field, String text) {}
