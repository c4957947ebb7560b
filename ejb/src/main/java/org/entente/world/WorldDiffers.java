package org.entente.world;

import java.util.List;

/** The tables hold authority that no act gave, or hold no longer what one gave: nothing is decided by that. */
public final class WorldDiffers extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> differences;

    WorldDiffers(List<String> differences) {
        super("the world in the tables is not one that an act made: " + String.join("; ", differences));
        this.differences = List.copyOf(differences);
    }

    public List<String> differences() {
        return differences;
    }
}
