package org.entente.web.shell;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import org.entente.gate.Refused;

/**
 * Whether what is sent is of the type that its field has. JSON-B takes every text but 'true' for no, and a number for a text: who
 * writes "yes" would be named to all, and who holds back "x" would let go.
 */
final class JsonShape {
    /** Letters by their class that show as nothing. */
    private static final String HANGUL_FILLERS = "\u115f\u1160\u3164\uffa0";

    private JsonShape() {}

    /** Of what is read into a record; whoever reads a body as it comes sees to it themselves. */
    static void check(JsonValue value, Type type) {
        if (type instanceof Class<?> one && one.isRecord()) {
            check(value, type, "");
        }
    }

    private static void check(JsonValue value, Type type, String field) {
        if (value == JsonValue.NULL) {
            return;
        }
        if (type instanceof ParameterizedType of
                && of.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)) {
            if (value instanceof JsonArray array) {
                for (int i = 0; i < array.size(); i++) {
                    check(array.get(i), of.getActualTypeArguments()[0], field + "[" + i + "]");
                }
            }
        } else if (type instanceof Class<?> one && one.isRecord() && value instanceof JsonObject object) {
            for (RecordComponent part : one.getRecordComponents()) {
                JsonValue given = object.get(part.getName());
                if (given != null) {
                    check(given, part.getGenericType(), (field.isEmpty() ? "" : field + ".") + part.getName());
                }
            }
        } else if (type == boolean.class || type == Boolean.class) {
            wants(field, "true or false", value == JsonValue.TRUE || value == JsonValue.FALSE);
        } else if (type == int.class || type == Integer.class) {
            wants(field, "a whole number", value instanceof JsonNumber number && number.isIntegral());
        } else if (type == String.class) {
            wants(field, "a text", value instanceof JsonString);
            visible(field, ((JsonString) value).getString());
        }
    }

    /** What nobody sees is no reason, and no mitigation: a text is empty, or something in it can be seen. */
    private static void visible(String field, String text) {
        if (!text.isBlank() && text.codePoints().noneMatch(JsonShape::seen)) {
            throw Refused.malformed("malformed", field, "SYNTAX", "'" + field + "' has nothing that can be seen.");
        }
    }

    private static boolean seen(int character) {
        return !(Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || HANGUL_FILLERS.indexOf(character) >= 0);
    }

    private static void wants(String field, String what, boolean so) {
        if (!so) {
            throw Refused.malformed("malformed", field, "SYNTAX", "'" + field + "' is " + what + ".");
        }
    }
}
