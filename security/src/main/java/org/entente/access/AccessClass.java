package org.entente.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a decision depends on but instants and the product's id, compiled once and shared by equal products. */
public final class AccessClass {
    private final String originator;
    private final String type;
    private final @Nullable String mission;
    private final String marking;
    private final List<String> portions;

    AccessClass(String originator, String type, @Nullable String mission, String marking, List<String> portions) {
        this.originator = originator;
        this.type = type;
        this.mission = mission;
        this.marking = marking;
        this.portions = List.copyOf(portions);
    }

    @Override
    public String toString() {
        return originator + " " + type + " " + mission + " " + marking + " " + portions;
    }
}
