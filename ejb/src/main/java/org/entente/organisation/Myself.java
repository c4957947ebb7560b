package org.entente.organisation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller: person, hats, and the hat that acts now.
 *
 * @param organisation of the acting hat; null while none acts
 * @param now the platform's time, in which hats begin and end
 */
public record Myself(
        String person,
        String name,
        String language,
        @Nullable String organisation,
        List<HatView> hats,
        @Nullable String acting,
        Instant now) {}
