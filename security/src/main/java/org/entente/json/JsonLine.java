package org.entente.json;

import java.util.List;
import java.util.stream.Collectors;

/** Writes one JSON object on one line. */
public final class JsonLine {
    private final StringBuilder members = new StringBuilder();

    public JsonLine put(String name, String value) {
        return raw(name, quoted(value));
    }

    public JsonLine put(String name, long value) {
        return raw(name, Long.toString(value));
    }

    public JsonLine put(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    public JsonLine put(String name, List<String> values) {
        return raw(name, values.stream().map(JsonLine::quoted).collect(Collectors.joining(", ", "[", "]")));
    }

    public JsonLine put(String name, JsonLine value) {
        return raw(name, value.toString());
    }

    public JsonLine putObjects(String name, List<JsonLine> values) {
        return raw(name, values.stream().map(JsonLine::toString).collect(Collectors.joining(", ", "[", "]")));
    }

    @Override
    public String toString() {
        return "{" + members + "}";
    }

    private JsonLine raw(String name, String value) {
        members.append(members.isEmpty() ? "" : ", ")
                .append(quoted(name))
                .append(": ")
                .append(value);
        return this;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
