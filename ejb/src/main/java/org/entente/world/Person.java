package org.entente.world;

import org.jspecify.annotations.Nullable;

/**
 * A human being known to the platform.
 *
 * @param code short name, as hats and markings use it
 * @param subject the identity provider's stable name for them
 * @param language two-letter code of the language they work in
 * @param mail where notices go; null for nobody to be written to
 */
public record Person(
        String code,
        String subject,
        String name,
        String language,
        @Nullable String mail) {}
