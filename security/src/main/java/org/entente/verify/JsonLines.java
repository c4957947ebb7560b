package org.entente.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.UUID;
import org.entente.json.JsonFields;
import org.entente.json.JsonText;
import org.entente.log.LogError;

/** A file of the bundle with one JSON object a line; what is wrong with a line is said with its number. */
final class JsonLines {
    private static final int LONGEST = 1 << 20;

    private final String name;
    private int number;

    private JsonLines(String name) {
        this.name = name;
    }

    /** Reads one line's fields; may say what is wrong with them. */
    @FunctionalInterface
    interface Reading {
        void line(JsonFields fields) throws IOException, LogError;
    }

    /** Hands out every line; a file that is not there has none. Answers their number. */
    static int each(Bundle bundle, String name, Reading reading) throws IOException, LogError {
        JsonLines lines = new JsonLines(name);
        try (InputStream in = bundle.stream(name)) {
            if (in != null) {
                lines.read(new BufferedReader(new InputStreamReader(in, UTF_8), 1 << 16), reading);
            }
        }
        return lines.number;
    }

    /** The id of an event in a field. */
    static UUID event(JsonFields fields, String field) throws LogError {
        String text = fields.text(field);
        try {
            UUID event = UUID.fromString(text);
            if (event.toString().equals(text)) {
                return event;
            }
        } catch (IllegalArgumentException no) {
            throw new LogError(field + " is no event's id");
        }
        throw new LogError(field + " is no event's id as it is written");
    }

    static byte[] base64(JsonFields fields, String field) throws LogError {
        try {
            return Base64.getDecoder().decode(fields.text(field));
        } catch (IllegalArgumentException no) {
            throw new LogError(field + " is not base64");
        }
    }

    private void read(BufferedReader in, Reading reading) throws IOException, LogError {
        for (String line = next(in); !line.isEmpty(); line = next(in)) {
            number++;
            StringJoiner wrong = new StringJoiner("; ");
            JsonFields fields = JsonText.read(
                    new StringReader(line),
                    (at, field, message) -> wrong.add((field.isEmpty() ? "the line" : field) + " " + message));
            try {
                if (fields != null) {
                    reading.line(fields);
                    fields.done();
                }
                if (wrong.length() > 0) {
                    throw new LogError(wrong.toString());
                }
            } catch (LogError error) {
                throw new LogError(
                        name + " line " + number + ": " + (wrong.length() > 0 ? wrong.toString() : error.sentence()));
            }
        }
    }

    /** The next line, empty at the end; no line may be endless, none may be empty. */
    private String next(BufferedReader in) throws IOException, LogError {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return line.toString();
            }
            if (line.length() == LONGEST) {
                throw new LogError(name + " line " + (number + 1) + ": it is too long");
            }
            line.append((char) c);
        }
        if (line.isEmpty()) {
            throw new LogError(name + " line " + (number + 1) + ": it is empty");
        }
        return line.toString();
    }
}
