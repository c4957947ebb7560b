package org.entente.running;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.List;

/** What the platform answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    public JsonArray array() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readArray();
        }
    }

    public String text(String field) {
        return json().getString(field);
    }

    /** The stable end of a problem's type. */
    public String slug() {
        String type = text("type");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    public List<String> reasons() {
        JsonObject json = json();
        return json.containsKey("reasons")
                ? json.getJsonArray("reasons").getValuesAs(jakarta.json.JsonString::getString)
                : List.of();
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
