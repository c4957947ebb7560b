package org.entente.json;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object from a text, however broken. */
public final class JsonText {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final int DEEPEST = 32;

    private final JsonParser parser;
    private final Complaints complaints;

    private JsonText(JsonParser parser, Complaints complaints) {
        this.parser = parser;
        this.complaints = complaints;
    }

    /** The object that the text consists of; null, with a complaint, where it is no object. */
    public static @Nullable JsonFields read(Reader text, Complaints complaints) {
        try (JsonParser parser = PARSERS.createParser(text)) {
            return new JsonText(parser, complaints).document();
        } catch (JsonParsingException broken) {
            int line = (int) Math.max(1, broken.getLocation().getLineNumber());
            complaints.add(line, "", "is not JSON");
        } catch (JsonException | NoSuchElementException | IllegalStateException broken) {
            complaints.add(1, "", "is not JSON that can be read");
        }
        return null;
    }

    private @Nullable JsonFields document() {
        Node node = parser.hasNext() ? value(parser.next(), "", 0) : new Node.Nothing(1, "");
        if (parser.hasNext()) {
            parser.next();
            complaints.add(line(), "", "goes on after its end");
            return null;
        }
        if (node instanceof Node.Fields fields) {
            return new JsonFields(fields, complaints);
        }
        complaints.add(node.line(), "", "must be an object");
        return null;
    }

    private Node value(Event event, String path, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("nested too deeply");
        }
        return switch (event) {
            case START_OBJECT -> fields(path, depth);
            case START_ARRAY -> items(path, depth);
            case VALUE_STRING -> new Node.Text(line(), path, parser.getString());
            case VALUE_NUMBER -> new Node.Digits(line(), path, parser.getString());
            case VALUE_TRUE -> new Node.Flag(line(), path, true);
            case VALUE_FALSE -> new Node.Flag(line(), path, false);
            case VALUE_NULL -> new Node.Nothing(line(), path);
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new IllegalStateException("no value: " + event);
        };
    }

    private Node fields(String path, int depth) {
        int line = line();
        Map<String, Node> members = new LinkedHashMap<>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            String inner = path.isEmpty() ? name : path + "." + name;
            Node member = value(parser.next(), inner, depth + 1);
            if (members.putIfAbsent(name, member) != null) {
                complaints.add(member.line(), inner, "is given twice");
            }
        }
        return new Node.Fields(line, path, members);
    }

    private Node items(String path, int depth) {
        int line = line();
        List<Node> nodes = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            nodes.add(value(event, path + "[" + nodes.size() + "]", depth + 1));
        }
        return new Node.Items(line, path, nodes);
    }

    private int line() {
        return (int) parser.getLocation().getLineNumber();
    }
}
