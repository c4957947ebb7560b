package org.entente.running;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The exercise's files: its hats, products and instants. */
public final class Scenario {
    /** The seven hats of the matrix. */
    public static final List<String> READERS = List.of("AN-AU", "AN-U2", "LO-UN", "LO-ECW", "LO-EU", "AN-UN", "LO-AU");

    public static final String BEFORE = "2013-06-30T12:00:00Z";
    public static final String AT_ONCE = "2013-07-02T12:00:00Z";
    public static final String SETTLED = "2013-07-20T12:00:00Z";
    public static final String LATE = "2013-11-02T12:00:00Z";
    public static final List<String> INSTANTS = List.of(BEFORE, AT_ONCE, SETTLED, LATE);

    private static final Map<String, String> WEARERS =
            world().getJsonArray("hats").getValuesAs(JsonObject.class).stream()
                    .collect(Collectors.toMap(h -> h.getString("id"), h -> h.getString("person")));

    private Scenario() {}

    public static String wearer(String hat) {
        return Objects.requireNonNull(WEARERS.get(hat), hat);
    }

    /** All hats, as the world file has them. */
    public static List<JsonObject> hats() {
        return world().getJsonArray("hats").getValuesAs(JsonObject.class);
    }

    /** The numbers of the exercise's own products. */
    public static List<String> products() {
        try (Reader text = Files.newBufferedReader(Platform.home().resolve("deploy/world/mali-13/products.json"));
                JsonReader reader = Json.createReader(text)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(p -> p.getString("number"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject world() {
        try (Reader text = Files.newBufferedReader(Platform.home().resolve("deploy/world/mali-13/world.json"));
                JsonReader reader = Json.createReader(text)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
