package org.entente.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.entente.Vectors;
import org.junit.jupiter.api.Test;

class ContentRootTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void theVectorsComeOut() {
        List<JsonObject> lines = Vectors.lines("content.jsonl");
        assertTrue(lines.size() >= 3);
        for (JsonObject line : lines) {
            ContentRoot content = new ContentRoot(line.getString("number"), line.getInt("version"));
            List<byte[]> commitments = new ArrayList<>();
            List<List<String>> sources = new ArrayList<>();
            for (JsonObject part : line.getJsonArray("parts").getValuesAs(JsonObject.class)) {
                byte[] commitment = content.commitment(
                        new ContentRoot.Part(
                                part.getInt("ordinal"),
                                part.getString("mark"),
                                part.getString("grade"),
                                part.getString("words"),
                                texts(part.getJsonArray("citations"))),
                        HEX.parseHex(part.getString("salt")));
                assertEquals(part.getString("commitment"), HEX.formatHex(commitment), line.getString("rule"));
                commitments.add(commitment);
                if (part.getInt("ordinal") > 0) {
                    sources.add(texts(part.getJsonArray("sources")));
                }
            }
            JsonObject frame = line.getJsonObject("frame");
            byte[] around = content.frame(
                    frame.getString("type"), frame.getString("banner"), sources, HEX.parseHex(frame.getString("salt")));
            assertEquals(frame.getString("commitment"), HEX.formatHex(around));
            commitments.add(around);
            assertEquals(line.getString("root"), HEX.formatHex(content.root(commitments)), line.getString("rule"));
        }
    }

    @Test
    void aGuessIsNotConfirmedWithoutTheSalt() {
        ContentRoot content = new ContentRoot("AU-1", 1);
        ContentRoot.Part part = new ContentRoot.Part(1, "(AU-S)", "B2", "The same words.", List.of());
        byte[] one = new byte[ContentRoot.SALT];
        byte[] other = new byte[ContentRoot.SALT];
        other[31] = 1;
        assertNotEquals(HEX.formatHex(content.commitment(part, one)), HEX.formatHex(content.commitment(part, other)));
        assertThrows(IllegalArgumentException.class, () -> content.commitment(part, new byte[0]));
    }

    @Test
    void theSameWordsElsewhereAreOthers() {
        byte[] salt = new byte[ContentRoot.SALT];
        ContentRoot.Part part = new ContentRoot.Part(1, "(AU-S)", "", "The same words.", List.of());
        String here = HEX.formatHex(new ContentRoot("AU-1", 1).commitment(part, salt));
        assertNotEquals(here, HEX.formatHex(new ContentRoot("AU-2", 1).commitment(part, salt)));
        assertNotEquals(here, HEX.formatHex(new ContentRoot("AU-1", 2).commitment(part, salt)));
        ContentRoot.Part second = new ContentRoot.Part(2, "(AU-S)", "", "The same words.", List.of());
        assertNotEquals(here, HEX.formatHex(new ContentRoot("AU-1", 1).commitment(second, salt)));
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
