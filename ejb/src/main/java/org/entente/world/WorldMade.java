package org.entente.world;

/** An act has written another version of the world, in its transaction. */
public record WorldMade(long version) {
    /** The whole of it: organisations, levels, missions, arrangements, and who is who. */
    public static final ActRow ROW = ActRow.of("world", "world_version", "t.version", "t.document", "t.people");
}
