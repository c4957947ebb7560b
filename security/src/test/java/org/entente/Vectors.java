package org.entente;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.access.WorldFile;

/** The shared vectors: data that any other implementation can be held against as well. */
public final class Vectors {
    public static final Path FOLDER = Path.of("..", "docs", "spec", "vectors");

    private Vectors() {}

    public static WorldFile.Loaded world(String name) {
        try (Reader text = Files.newBufferedReader(FOLDER.resolve(name))) {
            return assertInstanceOf(WorldFile.Loaded.class, WorldFile.read(text));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    public static List<JsonObject> lines(String name) {
        try {
            return Files.readAllLines(FOLDER.resolve(name)).stream()
                    .map(line -> Json.createReader(new StringReader(line)).readObject())
                    .toList();
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
