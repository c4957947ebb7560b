package org.entente.exercise;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.entente.product.Backlog;
import org.entente.product.Filing;
import org.entente.product.PortionFiling;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code products.json}: products as they stand in the scenario, with number, instant and officers of their own, in the
 * order in which they were published and entered in the books.
 */
final class ExerciseFile {
    private ExerciseFile() {}

    static List<Backlog.Entry> read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file);
                JsonReader reader = Json.createReader(text)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(ExerciseFile::entry)
                    .sorted(Comparator.comparing(Backlog.Entry::published))
                    .toList();
        }
    }

    private static Backlog.Entry entry(JsonObject product) {
        Filing filing = new Filing(
                product.getString("type"),
                product.getString("title"),
                optional(product, "titleMarking"),
                optional(product, "mission"),
                product.getJsonArray("portions").getValuesAs(JsonObject.class).stream()
                        .map(ExerciseFile::portion)
                        .toList(),
                product.getString("marking"),
                optional(product, "compilationReason"),
                optional(product, "likelihood"),
                optional(product, "confidence"),
                optional(product, "method"));
        return new Backlog.Entry(
                product.getString("number"),
                product.getString("originator"),
                product.getString("author"),
                product.getString("officer"),
                Instant.parse(product.getString("published")),
                optional(product, "damage"),
                optional(product, "sanitisedFrom"),
                product.containsKey("sanitisedPortions")
                        ? product.getJsonArray("sanitisedPortions").getValuesAs(JsonString::getString)
                        : List.of(),
                filing);
    }

    private static PortionFiling portion(JsonObject portion) {
        return new PortionFiling(
                portion.getString("marking"),
                portion.getString("text"),
                optional(portion, "reliability"),
                optional(portion, "credibility"),
                List.of(),
                portion.containsKey("citations")
                        ? portion.getJsonArray("citations").getValuesAs(JsonString::getString)
                        : List.of());
    }

    private static @Nullable String optional(JsonObject object, String name) {
        return object.containsKey(name) && !object.isNull(name) ? object.getString(name) : null;
    }
}
