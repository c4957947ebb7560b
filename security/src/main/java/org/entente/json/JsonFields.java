package org.entente.json;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object. Whoever reads it asks for each field by name and type; what is missing or of the wrong
 * type is complained about and answered with a stand-in, so that one pass finds everything. {@link #done} complains
 * about the fields that nobody asked for.
 */
public final class JsonFields {
    /** Stands for a text that is missing; nothing that refers to it is worth a second complaint. */
    public static final String MISSING = "?";

    private final Node.Fields node;
    private final Complaints complaints;
    private final Set<String> asked = new HashSet<>();

    JsonFields(Node.Fields node, Complaints complaints) {
        this.node = node;
        this.complaints = complaints;
    }

    public String text(String name) {
        String text = optionalText(name);
        return text == null ? missing(name, MISSING) : text;
    }

    /** A text that may be blank, because somebody else judges it. */
    public String rawText(String name) {
        return member(name) instanceof Node.Text text ? text.value() : text(name);
    }

    public @Nullable String optionalText(String name) {
        return switch (member(name)) {
            case null -> null;
            case Node.Text(int line, String path, String value) when !value.isBlank() -> value;
            case Node other -> wrong(other, "must be a text", MISSING);
        };
    }

    public boolean flag(String name) {
        return switch (member(name)) {
            case null -> missing(name, false);
            case Node.Flag flag -> flag.value();
            case Node other -> wrong(other, "must be true or false", false);
        };
    }

    /** False where the field is absent. */
    public boolean optionalFlag(String name) {
        return member(name) != null && flag(name);
    }

    public int number(String name) {
        return switch (member(name)) {
            case null -> missing(name, 0);
            case Node.Digits(int line, String path, String value)
            when value.matches("-?[0-9]{1,9}") -> Integer.parseInt(value);
            case Node other -> wrong(other, "must be a whole number of at most nine digits", 0);
        };
    }

    /** A number of 64 bits without sign: those from 2^63 on are negative. */
    public long unsigned(String name) {
        Node member = member(name);
        if (member instanceof Node.Digits digits && digits.value().matches("0|[1-9][0-9]{0,19}")) {
            try {
                return Long.parseUnsignedLong(digits.value());
            } catch (NumberFormatException tooLarge) {
                return wrong(member, "must be less than 2^64", 0L);
            }
        }
        return member == null ? missing(name, 0L) : wrong(member, "must be a whole number of 64 bits", 0L);
    }

    public Instant instant(String name) {
        Instant instant = optionalInstant(name);
        return instant == null ? missing(name, Instant.EPOCH) : instant;
    }

    public @Nullable Instant optionalInstant(String name) {
        Node member = member(name);
        if (member == null) {
            return null;
        }
        if (member instanceof Node.Text(int line, String path, String value) && value.endsWith("Z")) {
            try {
                return Instant.parse(value);
            } catch (DateTimeParseException noInstant) {
                return wrong(member, "must be an ISO-8601 instant in UTC", Instant.EPOCH);
            }
        }
        return wrong(member, "must be an ISO-8601 instant in UTC", Instant.EPOCH);
    }

    public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        E[] known = type.getEnumConstants();
        Node member = member(name);
        if (member == null) {
            return missing(name, known[0]);
        }
        E constant = constant(member, known);
        return constant != null ? constant : wrong(member, "must be one of " + List.of(known), known[0]);
    }

    /** The items of a list of objects; null where the field is absent. */
    public @Nullable List<JsonFields> optionalObjects(String name) {
        return items(
                name,
                item -> item instanceof Node.Fields fields
                        ? new JsonFields(fields, complaints)
                        : wrong(item, "must be an object", null));
    }

    public List<JsonFields> objects(String name) {
        List<JsonFields> objects = optionalObjects(name);
        return objects == null ? missing(name, List.of()) : objects;
    }

    public @Nullable List<String> optionalTexts(String name) {
        return items(
                name,
                item -> item instanceof Node.Text(int line, String path, String value) && !value.isBlank()
                        ? value
                        : wrong(item, "must be a text", null));
    }

    /** Texts that may be blank, because somebody else judges them; none where the field is absent. */
    public List<String> rawTexts(String name) {
        List<String> texts = items(
                name, item -> item instanceof Node.Text text ? text.value() : wrong(item, "must be a text", null));
        return texts == null ? List.of() : texts;
    }

    public List<String> texts(String name) {
        List<String> texts = optionalTexts(name);
        return texts == null ? missing(name, List.of()) : texts;
    }

    public <E extends Enum<E>> List<E> listOf(String name, Class<E> type) {
        List<E> constants = optionalListOf(name, type);
        return constants == null ? missing(name, List.of()) : constants;
    }

    /** The same where the field may be absent; null where it is. */
    public <E extends Enum<E>> @Nullable List<E> optionalListOf(String name, Class<E> type) {
        E[] known = type.getEnumConstants();
        return items(name, item -> {
            E constant = constant(item, known);
            return constant != null ? constant : wrong(item, "must be one of " + List.of(known), null);
        });
    }

    /** An object in a field; null where it is absent or null. */
    public @Nullable JsonFields optionalObject(String name) {
        return switch (member(name)) {
            case null -> null;
            case Node.Fields fields -> new JsonFields(fields, complaints);
            case Node other -> wrong(other, "must be an object", null);
        };
    }

    public int line() {
        return node.line();
    }

    /** The line of a field, or of the object where the field is absent. */
    public int line(String name) {
        Node member = node.members().get(name);
        return member == null ? node.line() : member.line();
    }

    public String path(String name) {
        return node.path().isEmpty() ? name : node.path() + "." + name;
    }

    public void complain(String name, String message) {
        complaints.add(line(name), path(name), message);
    }

    /** Complains about every field that nobody asked for. */
    public void done() {
        node.members().forEach((name, member) -> {
            if (!asked.contains(name)) {
                complaints.add(member.line(), member.path(), "is not a known field");
            }
        });
    }

    private <T> @Nullable List<T> items(String name, Function<Node, @Nullable T> reading) {
        Node member = member(name);
        if (member == null) {
            return null;
        }
        List<T> items = new ArrayList<>();
        if (!(member instanceof Node.Items list)) {
            return wrong(member, "must be a list", items);
        }
        for (Node node : list.nodes()) {
            T item = reading.apply(node);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private @Nullable Node member(String name) {
        asked.add(name);
        Node member = node.members().get(name);
        return member instanceof Node.Nothing ? null : member;
    }

    private static <E extends Enum<E>> @Nullable E constant(Node node, E[] known) {
        for (E constant : known) {
            if (node instanceof Node.Text text && text.value().equals(constant.name())) {
                return constant;
            }
        }
        return null;
    }

    private <T extends @Nullable Object> T missing(String name, T standIn) {
        complaints.add(node.line(), path(name), "is missing");
        return standIn;
    }

    private <T extends @Nullable Object> T wrong(Node node, String message, T standIn) {
        complaints.add(node.line(), node.path(), message);
        return standIn;
    }
}
