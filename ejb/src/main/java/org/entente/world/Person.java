package org.entente.world;

/**
 * A human being known to the platform.
 *
 * @param code short name, as hats and markings use it
 * @param subject the identity provider's stable name for them
 * @param language two-letter code of the language they work in
 */
public record Person(String code, String subject, String name, String language) {}
