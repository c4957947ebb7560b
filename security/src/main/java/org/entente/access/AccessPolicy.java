package org.entente.access;

import java.time.Instant;
import java.util.List;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/** Answers, for one snapshot of the world, who may see what. */
public final class AccessPolicy {
    private final World world;

    private AccessPolicy(World world) {
        this.world = world;
    }

    public static AccessPolicy of(World world) {
        return new AccessPolicy(world);
    }

    public World world() {
        return world;
    }

    public Decision decide(Hat hat, ProductFacts product, Instant at, boolean acknowledged) {
        return new Decision.Hidden(List.of(Reason.UNPARSED));
    }

    public AccessClass classOf(
            String originator, String type, @Nullable String mission, String marking, List<String> portionMarkings) {
        return new AccessClass(originator, type, mission, marking, portionMarkings);
    }

    public Decision decide(
            Hat hat,
            AccessClass accessClass,
            String productId,
            Instant published,
            Instant at,
            boolean acknowledged,
            List<String> portionIds) {
        return new Decision.Hidden(List.of(Reason.UNPARSED));
    }

    public Visibility visibility(Hat hat, AccessClass accessClass, Instant at) {
        return Visibility.NEVER;
    }

    /** Whether the hat would read this portion of a product of {@code originator} that it may read at all. */
    public boolean portionReadable(Hat hat, String originator, String portionMarking) {
        return false;
    }
}
