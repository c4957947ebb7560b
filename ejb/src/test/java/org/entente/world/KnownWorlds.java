package org.entente.world;

import java.util.List;
import java.util.Map;
import org.entente.access.AccessPolicy;

/** Worlds for tests that need no people in them. */
public final class KnownWorlds {
    private KnownWorlds() {}

    public static KnownWorld of(AccessPolicy policy) {
        return new KnownWorld(1, policy, Map.of(), List.of(), Map.of());
    }
}
