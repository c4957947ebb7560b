package org.entente.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The exercise's matrix of products, hats and instants, asked cell by cell of the running platform. */
public final class Matrix {
    private Matrix() {}

    private record Cell(String id, String outcome, List<String> reasons, List<String> withheld) {
        char letter() {
            return switch (outcome) {
                case "PERMIT" -> withheld.isEmpty() ? 'A' : '3';
                case "ACKNOWLEDGE" -> 'K';
                case "HEADER" -> 'B';
                case "HIDDEN" -> 'H';
                default -> '-';
            };
        }
    }

    /** Every cell answers as the table says; it is written down for people to read. */
    public static void agrees() throws IOException {
        JsonObject scenario = scenario();
        Map<String, String> persons = new LinkedHashMap<>();
        scenario.getJsonArray("hats")
                .getValuesAs(JsonObject.class)
                .forEach(h -> persons.put(h.getString("id"), h.getString("person")));
        Map<String, List<JsonObject>> byInstant = new LinkedHashMap<>();
        scenario.getJsonArray("cases")
                .getValuesAs(JsonObject.class)
                .forEach(c -> byInstant
                        .computeIfAbsent(c.getString("at"), at -> new ArrayList<>())
                        .add(c));
        Map<String, Cell> answered = new LinkedHashMap<>();
        byInstant.forEach((at, cases) -> {
            User.clock(at);
            for (JsonObject asked : cases) {
                String hat = asked.getString("hat");
                Answer answer = User.named(Objects.requireNonNull(persons.get(hat)))
                        .wearing(hat)
                        .get("/products/" + asked.getString("product"));
                answered.put(asked.getString("id"), cell(asked.getString("id"), answer));
            }
        });
        Map<String, Cell> expected = new LinkedHashMap<>();
        scenario.getJsonArray("expected")
                .getValuesAs(JsonObject.class)
                .forEach(e -> expected.put(e.getString("case"), told(e)));
        Files.writeString(Platform.home().resolve("ear/target/mali-13-matrix.txt"), matrix(answered));
        expected.forEach((id, cell) -> assertEquals(cell, answered.get(id)));
        assertEquals(448, answered.size());
    }

    /** A line a product, a column a hat, a letter an instant: what the story looked like, to be read by people. */
    private static String matrix(Map<String, Cell> answered) {
        Map<String, Map<String, StringBuilder>> rows = new LinkedHashMap<>();
        answered.forEach((id, cell) -> {
            String[] parts = id.split("\\|", -1);
            rows.computeIfAbsent(parts[0], p -> new TreeMap<>())
                    .computeIfAbsent(parts[1], h -> new StringBuilder())
                    .append(cell.letter());
        });
        StringBuilder text = new StringBuilder(
                "A allow, 3 allow with a portion withheld, K after acknowledgement, B header only, H hidden, - no hat\n");
        rows.forEach((product, cells) -> {
            text.append(String.format("%-8s", product));
            cells.forEach((hat, letters) -> text.append(String.format(" %s %s", hat, letters)));
            text.append('\n');
        });
        return text.toString();
    }

    /** A reader is told only the reasons of a header; of what is hidden, nothing. */
    private static Cell told(JsonObject expected) {
        String outcome = expected.getString("outcome");
        return new Cell(
                expected.getString("case"),
                outcome,
                outcome.equals("HEADER") ? strings(expected, "reasons") : List.of(),
                outcome.equals("PERMIT") ? strings(expected, "withheld") : List.of());
    }

    private static Cell cell(String id, Answer answer) {
        return switch (answer.status()) {
            case 200 -> new Cell(id, "PERMIT", List.of(), strings(answer.json(), "withheld"));
            case 428 -> new Cell(id, "ACKNOWLEDGE", List.of(), List.of());
            case 404 -> new Cell(id, "HIDDEN", List.of(), List.of());
            case 403 ->
                answer.slug().equals("hat-not-live")
                        ? new Cell(id, "NO_HAT", List.of(), List.of())
                        : new Cell(id, "HEADER", answer.reasons(), List.of());
            default -> throw new AssertionError(id + ": " + answer);
        };
    }

    private static List<String> strings(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    private static JsonObject scenario() throws IOException {
        try (Reader text = Files.newBufferedReader(Platform.home().resolve("docs/spec/vectors/mali-13.json"));
                JsonReader reader = Json.createReader(text)) {
            return reader.readObject();
        }
    }
}
