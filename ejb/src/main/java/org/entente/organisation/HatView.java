package org.entente.organisation;

import java.time.Instant;
import java.util.List;
import org.entente.identity.HatStatus;
import org.jspecify.annotations.Nullable;

/**
 * A hat as its wearer sees it.
 *
 * @param from begin of the assignment in force now, null if it has always been
 * @param to its end, null if none is set
 */
public record HatView(
        String id,
        String organisation,
        List<String> posts,
        List<String> roles,
        List<String> missions,
        @Nullable Instant from,
        @Nullable Instant to,
        HatStatus status) {}
