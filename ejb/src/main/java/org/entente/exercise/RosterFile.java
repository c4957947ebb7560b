package org.entente.exercise;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.request.Expert;

/** Reads {@code experts.json}: the roster with which each organisation enters the scenario. */
final class RosterFile {
    private RosterFile() {}

    record Kept(String organisation, List<Expert> experts) {}

    static List<Kept> read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file);
                JsonReader reader = Json.createReader(text)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(o -> new Kept(
                            o.getString("organisation"),
                            o.getJsonArray("experts").getValuesAs(JsonObject.class).stream()
                                    .map(e -> new Expert(
                                            e.getString("hat"),
                                            words(e, "topics"),
                                            words(e, "areas"),
                                            words(e, "languages")))
                                    .toList()))
                    .toList();
        }
    }

    private static List<String> words(JsonObject expert, String name) {
        return expert.getJsonArray(name).getValuesAs(JsonString::getString);
    }
}
