package org.entente.running;

import static org.entente.running.Papers.expect;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** An auditor's question about a stretch of the exercise that is one story's own, so that its rows are exactly that story's. */
public final class Inquiry {
    private static final int MINUTES_OF_DAY = 23 * 60;
    private static final long LENGTH = 300;

    private final Instant from;

    private Inquiry(Instant from) {
        this.from = from;
    }

    /** Sets the clock to some minute of that day, at which nothing has happened yet even if the story is told again. */
    public static Inquiry on(String day) {
        return between(day + "T00:00:00Z", MINUTES_OF_DAY);
    }

    /** The same, some time in the minutes after that instant. */
    public static Inquiry between(String earliest, int minutes) {
        Instant from = Instant.parse(earliest)
                .plusSeconds(60L * ThreadLocalRandom.current().nextInt(minutes));
        User.clock(from.toString());
        return new Inquiry(from);
    }

    /** Moves the clock past the stretch. */
    public void later(long seconds) {
        User.clock(from.plusSeconds(LENGTH + seconds).toString());
    }

    /** The question's parameters for this stretch alone. */
    public String within() {
        return "from=" + from + "&to=" + from.plusSeconds(LENGTH) + "&limit=1000";
    }

    public Instant from() {
        return from;
    }

    public static List<JsonObject> rows(User asking, String question) {
        return expect(200, asking.get("/audit/questions/" + question))
                .json()
                .getJsonArray("rows")
                .getValuesAs(JsonObject.class);
    }

    /** Those columns of all rows as texts, with {@code -} for what is not told; in the order of the answer. */
    public static List<List<String>> table(User asking, String question, String columns) {
        return rows(asking, question).stream()
                .map(row -> Arrays.stream(columns.split(" "))
                        .map(column -> text(row.get(column)))
                        .toList())
                .toList();
    }

    /** All columns of all rows; an instant as {@code then} if it lies in the stretch, else in whole hours from its beginning. */
    public List<List<String>> told(User asking, String question) {
        return rows(asking, question).stream()
                .map(row ->
                        row.values().stream().map(value -> timed(text(value))).toList())
                .toList();
    }

    private String timed(String text) {
        return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*Z") ? at(text) : text;
    }

    /** How an instant is told. */
    public String at(String instant) {
        long seconds = Duration.between(from, Instant.parse(instant)).toSeconds();
        return seconds >= 0 && seconds < LENGTH ? "then" : Math.floorDiv(seconds, 3600L) + "h";
    }

    /** One row, its cells separated by bars. */
    public static List<String> row(String cells) {
        return Arrays.stream(cells.split("\\|", -1)).map(String::strip).toList();
    }

    private static String text(@Nullable JsonValue value) {
        return value == null || value == JsonValue.NULL
                ? "-"
                : value instanceof JsonString said ? said.getString() : value.toString();
    }
}
