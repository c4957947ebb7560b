package org.entente.world;

import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Seals each version of the world as an act made it, with a key that does not lie in the database: whoever writes a hat, a role, an
 * arrangement or a lifted suspension into the tables makes a world that nobody goes by (AUD-02, AUD-03).
 */
@ApplicationScoped
class WorldSeal {
    private static final byte[] DOMAIN = "entente-world/1".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_NAMED = 5;

    @Inject
    private PlatformKey key;

    /** The seal of a version that an act has just made. */
    byte[] of(KnownWorld world) {
        return of(world, key);
    }

    static byte[] of(KnownWorld world, PlatformKey key) {
        return key.seal(parts(world.version(), world.policy().world().text(), world.people()));
    }

    static WorldDiffers turnedBack(long version) {
        return new WorldDiffers(List.of("version " + version + " is not the last that an act made"));
    }

    private record Sealed(String document, String people, byte[] seal) {}

    /** Refuses a world that no act made, and names what differs; the one before the first is nobody's. */
    void check(Connection c, KnownWorld world) throws SQLException {
        if (world.version() == 0) {
            return;
        }
        boolean turnedBack = rows(
                        c,
                        "SELECT h.world < (SELECT MAX(version) FROM world_version) FROM head h WHERE h.id = 1",
                        r -> r.getBoolean(1))
                .getFirst();
        if (turnedBack) {
            throw turnedBack(world.version());
        }
        String document = world.policy().world().text();
        String people = world.people();
        List<Sealed> sealed = rows(
                c,
                "SELECT document, people, seal FROM world_version WHERE version = ? AND seal IS NOT NULL",
                r -> new Sealed(r.getString(1), r.getString(2), r.getBytes(3)),
                world.version());
        if (sealed.isEmpty()) {
            throw new WorldDiffers(List.of("no act made version " + world.version()));
        }
        Sealed one = sealed.getFirst();
        if (!key.sealed(one.seal, parts(world.version(), one.document, one.people))) {
            throw new WorldDiffers(List.of("version " + world.version() + " is not as it was sealed"));
        }
        if (!one.people.equals(people) || !one.document.equals(document)) {
            throw new WorldDiffers(differences(one, document, people));
        }
    }

    private static List<String> differences(Sealed sealed, String document, String people) {
        List<String> found = new ArrayList<>();
        Set<String> then = lines(sealed.people);
        Set<String> now = lines(people);
        now.stream().filter(line -> !then.contains(line)).forEach(line -> found.add("no act made " + line));
        then.stream().filter(line -> !now.contains(line)).forEach(line -> found.add("no act ended " + line));
        if (!sealed.document.equals(document)) {
            found.add("organisations, levels, groups, missions, arrangements or consents are others");
        }
        return found.subList(0, Math.min(found.size(), MOST_NAMED));
    }

    private static Set<String> lines(String text) {
        return new TreeSet<>(Arrays.asList(text.split("\n", -1)));
    }

    private static byte[][] parts(long version, String document, String people) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(DOMAIN);
        parts.add(ByteBuffer.allocate(Long.BYTES).putLong(version).array());
        for (String text : List.of(document, people)) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            parts.add(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            parts.add(utf8);
        }
        return parts.toArray(byte[][]::new);
    }
}
