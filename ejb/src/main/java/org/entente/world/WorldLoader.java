package org.entente.world;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.access.HatRules;
import org.entente.access.WorldFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the versioned world files, {@code world.json} and {@code persons.json}, when they differ from what is loaded. A file
 * with problems loads nothing and names every one by line and field.
 */
@ApplicationScoped
public class WorldLoader {
    private static final String MAIL = "[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+){0,8}";

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Inject
    private WorldSeal seals;

    @Inject
    private Event<WorldMade> made;

    @Inject
    @ConfigProperty(name = "entente.world")
    private String folder;

    @Inject
    @ConfigProperty(name = "entente.exercise", defaultValue = "false")
    private boolean exercise;

    @Inject
    @ConfigProperty(name = "entente.exercise.clock", defaultValue = "")
    private java.util.Optional<String> clock;

    /** Runs in the caller's transaction. Answers the new version, or null if the files were the ones already loaded. */
    public @Nullable Long load() throws SQLException, IOException {
        String world = Files.readString(Path.of(folder, "world.json"));
        String people = Files.readString(Path.of(folder, "persons.json"));
        byte[] source = digest(world, people);
        try (Connection c = database.getConnection()) {
            long version = rows(c, "SELECT world FROM head WHERE id = 1 FOR UPDATE", r -> r.getLong(1))
                    .getFirst();
            List<byte[]> loaded =
                    rows(c, "SELECT source FROM world_version WHERE version = ?", r -> r.getBytes(1), version);
            seals.check(c, WorldTables.read(c, version));
            if (!loaded.isEmpty() && Arrays.equals(loaded.getFirst(), source)) {
                return null;
            }
            WorldFile.Loaded file = parsed(world);
            rules(file);
            WorldInTables.replace(c, file.world(), file.hats(), persons(people));
            KnownWorld known = WorldTables.read(c, version + 1);
            execute(
                    c,
                    "INSERT INTO world_version (version, hash, source, loaded_at, document, people, seal)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    version + 1,
                    known.hash(),
                    source,
                    Instant.now(),
                    known.policy().world().text(),
                    known.people(),
                    seals.of(known));
            execute(c, "UPDATE head SET world = ? WHERE id = 1", version + 1);
            made.fire(new WorldMade(version + 1));
            if (version == 0 && exercise && clock.filter(s -> !s.isBlank()).isPresent()) {
                long offset = Duration.between(Instant.now(), Instant.parse(clock.get()))
                        .toMillis();
                execute(c, "UPDATE head SET clock_offset = ? WHERE id = 1", offset);
            }
            return version + 1;
        }
    }

    private static WorldFile.Loaded parsed(String world) {
        return switch (WorldFile.read(new StringReader(world))) {
            case WorldFile.Loaded loaded -> loaded;
            case WorldFile.Problems problems ->
                throw new IllegalStateException("world.json cannot be loaded:\n"
                        + problems.problems().stream()
                                .map(p -> "  line " + p.line() + ", " + p.field() + ": " + p.message())
                                .collect(Collectors.joining("\n")));
        };
    }

    /** A file gives no hat that no other path would give. */
    private static void rules(WorldFile.Loaded file) {
        String objections = file.hats().stream()
                .flatMap(hat -> HatRules.objections(hat, file.hats(), file.world()).stream()
                        .map(o ->
                                "  hats, " + hat.id() + ", " + o.field() + ": " + o.message() + " [" + o.rule() + "]"))
                .collect(Collectors.joining("\n"));
        if (!objections.isEmpty()) {
            throw new IllegalStateException("world.json cannot be loaded:\n" + objections);
        }
    }

    private static List<Person> persons(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(p -> new Person(
                            p.getString("person"),
                            p.getString("subject"),
                            p.getString("name"),
                            p.getString("language"),
                            mail(p)))
                    .toList();
        }
    }

    /** Only what is certainly one address and nothing else: it will stand in a header. */
    private static @Nullable String mail(JsonObject person) {
        String mail = person.getString("mail", null);
        if (mail != null && !mail.matches(MAIL)) {
            throw new IllegalStateException("persons.json: '" + mail + "' is no mail address");
        }
        return mail;
    }

    private static byte[] digest(String... texts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                sha.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
