package org.entente.web.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlFileTest {
    @Test
    void cls06_itHasItsBannerAboveAndBelowAndMarksBeforeItsPortions() {
        String html = html("Gate checks", "Trois véhicules", List.of("2"));
        String marked = "EXERCISE - " + Samples.BANNER + "</p>";
        assertTrue(html.indexOf(marked) < html.indexOf("<h1>"));
        assertTrue(html.lastIndexOf(marked) > html.lastIndexOf("class=\"portion"));
        assertTrue(
                html.contains("<span class=\"mark\">(AU-C//REL TO AU, UN)</span> <bdi>1. Trois véhicules</bdi>"), html);
        assertTrue(html.contains("This portion is withheld from you."));
        assertTrue(html.contains("Cdr Ingrid Solberg · UN · LO-UN"));
        assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
        assertTrue(html.contains("charset=UTF-8"));
    }

    @Test
    void hostileTextStaysText() {
        String hostile = "</bdi></style><script>alert('x')</script> ]]> <!-- \" onload=\"x\" &lt; \u0000\u202E";
        String html = html(hostile, hostile, List.of());
        assertFalse(Pattern.compile("<script|<!--|\u0000|\u202E").matcher(html).find(), html);
        assertEquals(2, count(html, "&lt;script&gt;alert('x')&lt;/script&gt;"));
        assertEquals(2, count(html, "&amp;lt; \uFFFD\uFFFD"));
        assertEquals(1, count(html, "</style>"));
    }

    @Test
    void itMayRunNothingAndFetchNothing() {
        String html = html("T", "x", List.of());
        assertTrue(html.contains("default-src 'none'; style-src 'unsafe-inline'"), html);
        assertFalse(
                Pattern.compile("(?:src|href)=|url\\(|@import").matcher(html).find(), html);
    }

    @Test
    void aBannerInTheStyleSheetCannotLeaveItsString() {
        assertEquals("\"A\\22 \\3b \\7d \\3c B\\5c \\a é\"".replace("é", "\\e9 "), StyleSheet.quoted("A\";}<B\\\né"));
    }

    private static String html(String title, String text, List<String> withheld) {
        byte[] bytes = HtmlFile.of(Samples.template(Samples.copy(title, Samples.portions(1, text), withheld)));
        // the writer names letters that ASCII does not have
        return new String(bytes, StandardCharsets.UTF_8)
                .replace("&eacute;", "é")
                .replace("&middot;", "·");
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
