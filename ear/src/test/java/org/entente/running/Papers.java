package org.entente.running;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Products as the tests file them. */
public final class Papers {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";

    private Papers() {}

    /** A word that no other product says. */
    public static String word() {
        StringBuilder word = new StringBuilder("q");
        for (int i = 0; i < 12; i++) {
            word.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    /** A portion graded B2. */
    public static JsonObject portion(String marking, String text) {
        return Json.createObjectBuilder()
                .add("marking", marking)
                .add("text", text)
                .add("reliability", "B")
                .add("credibility", "2")
                .build();
    }

    public static JsonObjectBuilder filing(String type, String title, JsonObject... portions) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (JsonObject portion : portions) {
            all.add(portion);
        }
        return Json.createObjectBuilder()
                .add("type", type)
                .add("title", title)
                .add("mission", "MINUSMA")
                .add("portions", all);
    }

    /** A report of one portion. */
    public static JsonObjectBuilder report(String marking, String text) {
        return filing("SITREP", "EXERCISE - " + text, portion(marking, "EXERCISE. " + text));
    }

    public static String filed(User author, JsonObjectBuilder filing) {
        return expect(201, author.post("/products", filing)).text("number");
    }

    public static void submitted(User author, String number) {
        expect(200, author.post("/products/" + number + "/submission", null));
    }

    public static void confirmed(User officer, String number) {
        expect(200, officer.post("/products/" + number + "/publication", damage()));
    }

    /** Filed, submitted, published, and handed to everybody whom its label lets have it; answers its number. */
    public static String published(User author, User officer, JsonObjectBuilder filing) {
        String number = filed(author, filing);
        submitted(author, number);
        confirmed(officer, number);
        Offices.handOver(officer, number);
        return number;
    }

    public static void withdrawn(User officer, String number) {
        expect(200, officer.post("/products/" + number + "/withdrawal", because("EXERCISE: overtaken by events")));
    }

    /** What a PDF file says, on one line. */
    public static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonObjectBuilder damage() {
        return Json.createObjectBuilder().add("damage", "OPERATIONS");
    }

    public static JsonObjectBuilder because(String reason) {
        return Json.createObjectBuilder().add("reason", reason);
    }

    public static Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("expected " + status + ", got " + answer);
        }
        return answer;
    }
}
