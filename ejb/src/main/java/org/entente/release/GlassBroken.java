package org.entente.release;

/**
 * Somebody has let an extract go because of a threat to life; the originator learns of it at once (CAV-12).
 *
 * @param product what was extracted from
 * @param extract the number of what went
 */
public record GlassBroken(String release, String product, String extract, String originator, String by) {}
