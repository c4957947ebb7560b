package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.text;
import static org.entente.running.Papers.withdrawn;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Products taken away as files: who gets one, what it carries, what is registered of it, and who gets none. */
class DocumentIT {
    private static final List<String> FORMATS = List.of("pdf", "html", "4774");
    private static final String COPIES =
            "SELECT COUNT(*) FROM product_copy c JOIN product p ON p.id = c.product_id WHERE c.kind <> 'RELEASE' AND p.number = ?";
    private final User author = User.in("AN-UN");
    private final User officer = User.in("CO-UN");
    private final User partner = User.in("LO-AU");

    @BeforeEach
    void settled() {
        User.clock(Tables.quiet());
    }

    @Test
    void cls06_aCopyCarriesBannerMarksNumbersHashAndItsReader() {
        String number = published(author, officer, report("(UN-C//REL TO UN, AU)", "Convoi à Tombouctou, œuvre"));
        String hash = expect(200, partner.get("/products/" + number)).json().getString("contentHash");
        HttpResponse<byte[]> pdf = partner.file(document(number, "pdf") + "&language=en");
        assertEquals(200, pdf.statusCode());
        assertEquals("application/pdf", header(pdf, "Content-Type"));
        assertEquals("no-store", header(pdf, "Cache-Control"));
        assertEquals("attachment; filename=\"" + number + "-copy-2.pdf\"", header(pdf, "Content-Disposition"));
        String text = text(pdf.body());
        for (String part : List.of(
                "EXERCISE - UN CONFIDENTIAL//REL TO UN, AU",
                "(UN-C//REL TO UN, AU) EXERCISE. Convoi à Tombouctou, œuvre",
                "Grade: B2",
                "Registration number " + number,
                "Situation report",
                "Copy 2",
                hash,
                "AU, LO-AU")) {
            assertTrue(text.contains(part), part + " is not in " + text);
        }
        HttpResponse<byte[]> html = partner.file(document(number, "html"));
        assertEquals("text/html;charset=UTF-8", header(html, "Content-Type"));
        String page = new String(html.body(), StandardCharsets.UTF_8);
        assertTrue(page.contains("UN CONFIDENTIAL//REL TO UN, AU</p>") && page.contains(hash), page);
        withdrawn(officer, number);
    }

    @Test
    void cls06_copiesOfAProductAreNumberedWithoutGapsHoweverManyAskAtOnce() {
        String number = published(author, officer, report("(UN-C//REL TO UN, AU)", "many copies"));
        List<User> readers = List.of(author, officer, partner, User.in("LO-UN"));
        List<CompletableFuture<HttpResponse<byte[]>>> all = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        readers.get(i % readers.size()).file(document(number, i % 2 == 0 ? "pdf" : "html"))))
                .toList();
        List<Integer> numbers = all.stream()
                .map(CompletableFuture::join)
                .map(f -> header(f, "Content-Disposition").replaceAll(".*-copy-([0-9]+)\\..*", "$1"))
                .map(Integer::valueOf)
                .sorted()
                .toList();
        // the first copy is AU's by the release
        assertEquals(IntStream.rangeClosed(2, 25).boxed().toList(), numbers);
        assertEquals(24, Tables.number(COPIES, number));
        assertEquals(6, Tables.number(COPIES + " AND c.hat = 'LO-AU' AND c.organisation = 'AU'", number));
        withdrawn(officer, number);
    }

    @Test
    void aud01_everyCopyHasItsRecordAndTheRecordNamesFormatAndNumber() {
        String number = published(author, officer, report("(UN-C//REL TO UN, AU)", "recorded"));
        FORMATS.forEach(f -> assertEquals(200, author.file(document(number, f)).statusCode(), f));
        List<String> details = expect(
                        200, User.in("AUD-UN").get("/audit/events?action=READ_DOCUMENT&product=" + number))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(e -> e.getString("detail"))
                .toList();
        assertEquals(List.of("format=4774", "format=html copy=3", "format=pdf copy=2"), details);
        String same = " AND EXISTS (SELECT 1 FROM audit_opening o WHERE o.event_id = c.event_id"
                + " AND o.detail LIKE CONCAT('%copy=', c.copy_no))";
        assertEquals(2, Tables.number(COPIES + same, number));
        withdrawn(officer, number);
    }

    @Test
    void cav11_whereHandlingForbidsItThereIsNoFileAndNoCopyIsCounted() {
        Map<String, List<String>> handlings = new TreeMap<>(Map.of(
                "NO PRINT", List.of("NO_PRINT"),
                "NO EXTRACT", List.of("NO_EXTRACT"),
                "NO PRINT/NO FORWARD/NO EXTRACT", List.of("NO_PRINT", "NO_EXTRACT")));
        handlings.forEach((handling, reasons) -> {
            String number =
                    published(author, officer, report("(UN-C//REL TO UN, AU//" + handling + ")", "screen only"));
            for (User reader : List.of(author, partner)) {
                for (String format : List.of("pdf", "html")) {
                    Answer refused = expect(403, reader.get(document(number, format)));
                    assertEquals("handling", refused.slug());
                    assertEquals(reasons, refused.reasons());
                }
                Answer label = expect(200, reader.get(document(number, "4774")));
                assertTrue(label.body().contains("<GenericValue>" + handling.split("/", -1)[0]), label.body());
            }
            assertEquals(0, Tables.number(COPIES, number));
            withdrawn(officer, number);
        });
        String number = published(author, officer, report("(UN-C//REL TO UN, AU//NO FORWARD)", "may be printed"));
        assertEquals(200, partner.file(document(number, "pdf")).statusCode());
        withdrawn(officer, number);
    }

    @Test
    void cav10_whatIsHiddenHasNoMoreADocumentThanWhatIsAbsent() {
        for (String format : FORMATS) {
            Answer hidden = expect(404, User.in("LO-ECW").get(document("P08", format)));
            Answer absent = expect(404, User.in("LO-ECW").get(document("Q08", format)));
            assertEquals(absent.body().replace("Q08", "P08"), hidden.body());
        }
    }

    @Test
    void cav09_whatIsNotReadIsNotTakenAwayEither() {
        for (String format : FORMATS) {
            Answer barred = expect(403, author.get(document("P07", format)));
            assertEquals("header-only", barred.slug());
            assertEquals("P07", barred.json().getJsonObject("header").getString("number"));
            assertFalse(barred.reasons().isEmpty());
            Answer waiting = expect(428, User.in("LO-UN").get(document("P09", format)));
            assertEquals("acknowledgement-required", waiting.slug());
            assertEquals(1, waiting.json().getJsonArray("terms").size());
        }
        assertEquals(0, Tables.number(COPIES + " AND c.hat IN ('AN-UN', 'LO-UN')", "P07"));
        String word = word();
        String number = published(author, officer, report("(UN-C//REL TO UN, AU//ACK REQUIRED)", word));
        expect(428, partner.get(document(number, "html")));
        expect(204, partner.post("/products/" + number + "/acknowledgement", null));
        assertTrue(expect(200, partner.get(document(number, "html"))).body().contains(word));
        withdrawn(officer, number);
    }

    @Test
    void pki08_onlyAPublishedProductHasADocument() {
        String number = filed(author, report("(UN-C//REL TO UN, AU)", "not yet"));
        expect(409, author.get(document(number, "pdf")));
        expect(404, officer.get(document(number, "pdf")));
        expect(404, partner.get(document(number, "pdf")));
        submitted(author, number);
        Answer early = expect(409, officer.get(document(number, "4774")));
        assertEquals("wrong-state", early.slug());
        expect(404, partner.get(document(number, "pdf")));
        String gone = published(author, officer, report("(UN-C//REL TO UN, AU)", "no longer"));
        withdrawn(officer, gone);
        expect(409, officer.get(document(gone, "pdf")));
        expect(404, partner.get(document(gone, "pdf")));
        assertEquals(0, Tables.number(COPIES, number) + Tables.number(COPIES, gone));
    }

    @Test
    void anUnknownFormatOrLanguageIsRefusedByItsField() {
        Map<String, String> asked = Map.of(
                "", "format", "?format=doc", "format", "?format=PDF", "format", "?format=pdf&language=de", "language");
        asked.forEach((query, field) -> {
            Answer refused = expect(400, author.get("/products/P12/document" + query));
            assertEquals("malformed", refused.slug());
            assertEquals(
                    field,
                    refused.json().getJsonArray("objections").getJsonObject(0).getString("field"));
        });
    }

    @Test
    void aReaderGetsItInTheirOwnLanguageUnlessTheyAskForAnother() {
        assertTrue(text(User.in("LO-AU").file(document("P12", "pdf")).body()).contains("Numéro d’enregistrement"));
        assertTrue(text(User.in("LO-AU")
                        .file(document("P12", "pdf") + "&language=en")
                        .body())
                .contains("Registration number"));
    }

    @Test
    void cls42_noStringOfAWithheldPortionIsAnywhereInTheFile() throws IOException {
        // while the analyst serves: what is left of a hat takes no documents (HND-07)
        User.clock(Scenario.BEFORE);
        JsonObject whole = expect(200, User.in("CO-AU").get("/products/P02?purpose=INVESTIGATION"))
                .json();
        Answer restricted = expect(200, User.in("AN-AU").get("/products/P02"));
        String withheld = whole.getJsonArray("portions").getJsonObject(2).getString("text");
        List<String> secrets = IntStream.rangeClosed(0, withheld.length() - 8)
                .mapToObj(i -> withheld.substring(i, i + 8))
                .filter(s -> !restricted.body().contains(s))
                // the document's own words, which the withheld text happens to use
                .filter(s -> !"Intelligence report ".contains(s))
                .toList();
        assertTrue(secrets.size() > 80, "only " + secrets.size());
        assertEquals(
                secrets,
                found(
                        secrets,
                        User.in("CO-AU")
                                .file(document("P02", "pdf") + "&purpose=INVESTIGATION")
                                .body()));
        byte[] pdf =
                User.in("AN-AU").file(document("P02", "pdf") + "&language=en").body();
        assertTrue(text(pdf).contains("This portion is withheld from you."));
        assertTrue(text(pdf).contains("mortar rounds"));
        assertEquals(List.of(), found(secrets, pdf));
        String html = expect(200, User.in("AN-AU").get(document("P02", "html"))).body();
        assertEquals(List.of(), secrets.stream().filter(html::contains).toList());
        String label =
                expect(200, User.in("AN-AU").get(document("P02", "4774"))).body();
        assertTrue(label.contains("<Classification>AU SECRET</Classification>"), label);
    }

    /** Those of these strings that are in the file: in its bytes, any inflated stream, its properties, or what can be read. */
    private static List<String> found(List<String> strings, byte[] pdf) throws IOException {
        StringBuilder all = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                var object = document.getDocument().getObjectFromPool(key).getObject();
                all.append(object);
                if (object instanceof COSStream stream) {
                    ByteArrayOutputStream inflated = new ByteArrayOutputStream();
                    try (InputStream in = stream.createInputStream()) {
                        in.transferTo(inflated);
                    }
                    all.append(inflated.toString(StandardCharsets.UTF_8))
                            .append(inflated.toString(StandardCharsets.UTF_16BE));
                }
            }
            String text = new PDFTextStripper().getText(document);
            all.append(text).append(text.replaceAll("\\s+", " "));
        }
        String everything = all.toString();
        return strings.stream().filter(everything::contains).toList();
    }

    private static String document(String number, String format) {
        return "/products/" + number + "/document?format=" + format;
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
