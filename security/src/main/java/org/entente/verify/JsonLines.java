package org.entente.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.entente.json.JsonFields;
import org.entente.json.JsonText;
import org.entente.log.LogError;
import org.entente.log.Slots;

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

    /** Thirty-two bytes. */
    static byte[] hash(JsonFields fields, String field) throws LogError {
        return hash(fields.text(field), field);
    }

    /** Four times thirty-two bytes: the way through a tree of sixteen. */
    static List<byte[]> hashes(JsonFields fields, String field) throws LogError {
        List<byte[]> hashes = new ArrayList<>();
        for (String text : fields.texts(field)) {
            hashes.add(hash(text, field));
        }
        if (hashes.size() != 4) {
            throw new LogError(field + " has four hashes");
        }
        return hashes;
    }

    /** An organisation's number, or the joint auditor's. */
    static int slot(JsonFields fields) throws LogError {
        int slot = fields.number("slot");
        if (slot < 0 || slot > Slots.JOINT) {
            throw new LogError("slot is no organisation's number");
        }
        return slot;
    }

    /** Sixty-four bits in hexadecimal. */
    static long bits(JsonFields fields, String field) throws LogError {
        String text = fields.text(field);
        if (!text.matches("[0-9a-f]{16}")) {
            throw new LogError(field + " is not written as 16 hexadecimal digits");
        }
        return Long.parseUnsignedLong(text, 16);
    }

    private static byte[] hash(String text, String field) throws LogError {
        try {
            byte[] hash = Base64.getDecoder().decode(text);
            if (hash.length == 32) {
                return hash;
            }
        } catch (IllegalArgumentException no) {
            throw new LogError(field + " is not base64");
        }
        throw new LogError(field + " has 32 bytes");
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
