package org.entente.web.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.entente.product.Issue;
import org.junit.jupiter.api.Test;

class PdfFileTest {
    private static final String MARKED = "EXERCISE - " + Samples.BANNER;

    @Test
    void cls06_everyPageHasItsBannerAboveAndBelowItsNumberTheHashAndItsReader() {
        Issue.Copy copy = Samples.copy("Gate checks", Samples.portions(200, "Trois véhicules. ".repeat(20)), List.of());
        with(Samples.template(copy), pdf -> {
            int pages = pdf.getNumberOfPages();
            assertTrue(pages > 20, "only " + pages);
            for (int i = 0; i < pages; i++) {
                PDPage page = pdf.getPage(i);
                float height = page.getMediaBox().getHeight();
                assertTrue(area(page, 0, 70).startsWith(MARKED), "above, page " + i);
                String below = area(page, height - 80, 80);
                assertTrue(below.strip().endsWith(MARKED), below);
                assertTrue(below.contains("Page " + (i + 1) + " of " + pages), below);
                assertTrue(below.contains("AU-7K2M9QXA · Version 2 · Copy 7"), below);
                assertTrue(below.contains(Samples.HASH), below);
                String all = together(page);
                assertTrue(all.contains("CdrIngridSolberg·UN·LO-UN"), all);
                assertTrue(all.contains("2013-07-20T12:00:00Z·Copy7"), all);
            }
        });
    }

    @Test
    void cls06_theFirstPageNamesRegistrationDateOriginatorTypeSubjectVersionAndCopy() {
        with(Samples.template(Samples.copy("Gate checks", Samples.portions(1, "x"), List.of())), pdf -> {
            String text = text(pdf);
            for (String fact : List.of(
                    "Registration number AU-7K2M9QXA",
                    "Published 24 June 2013 08:00:00 UTC",
                    "Originator AU",
                    "Type Intelligence report",
                    "(AU-U) Gate checks",
                    "Version 2",
                    "Copy 7",
                    "Made out to Cdr Ingrid Solberg, UN, LO-UN")) {
                assertTrue(text.contains(fact), fact + " is not in " + text);
            }
        });
    }

    @Test
    void cls06_portionsHaveTheirMarkBeforeThemAndTheirGradeBehind() {
        with(Samples.template(Samples.copy("T", Samples.portions(2, "x"), List.of())), pdf -> {
            String text = text(pdf);
            assertTrue(text.contains("(AU-C//REL TO AU, UN) 2. x"), text);
            assertTrue(text.contains("Grade: B2 (B, usually reliable; 2, probably true)"), text);
        });
    }

    @Test
    void inFrenchItsOwnWordsAreFrench() {
        Issue.Copy copy = Samples.copy("Contrôles", Samples.portions(1, "« Œuvre naïve », Ÿ, ł"), List.of("2"));
        with(new Template(copy, Phrases.in(Locale.FRENCH), true), pdf -> {
            String text = text(pdf);
            for (String words :
                    List.of("EXERCICE - AU", "Page 1 sur 1", "Exemplaire 7", "24 juin 2013", "« Œuvre naïve », Ÿ, ł")) {
                assertTrue(text.contains(words), words + " is not in " + text);
            }
            assertTrue(text.contains("Cette portion ne vous est pas communiquée."), text);
        });
    }

    @Test
    void withoutAnExerciseNothingSaysExercise() {
        Issue.Copy copy = Samples.copy("T", Samples.portions(1, "x"), List.of());
        with(
                new Template(copy, Phrases.in(Locale.ENGLISH), false),
                pdf -> assertFalse(text(pdf).contains("EXERCISE")));
    }

    @Test
    void cls42_ofAWithheldPortionThereIsItsPlaceAndNothingElse() {
        Issue.Copy copy =
                Samples.copy("T", List.of(Samples.portion(1, "one"), Samples.portion(3, "three")), List.of("2"));
        with(Samples.template(copy), pdf -> {
            String text = text(pdf);
            int place = text.indexOf("This portion is withheld from you.");
            assertTrue(text.indexOf("one") < place && place < text.indexOf("three"), text);
        });
    }

    @Test
    void cls06_noWordOfTheProductStandsInMetadataOrOutline() {
        Issue.Copy copy = Samples.copy("Subject of its own", Samples.portions(3, "Content of its own"), List.of());
        with(Samples.template(copy), pdf -> {
            assertEquals("AU-7K2M9QXA, Copy 7", pdf.getDocumentInformation().getTitle());
            assertNull(pdf.getDocumentCatalog().getDocumentOutline());
            String told = pdf.getDocumentInformation().getCOSObject()
                    + new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertFalse(told.contains("of its own"), told);
        });
    }

    @Test
    void hostileTextIsDrawnAsTextAndFetchesAndRunsNothing() {
        String hostile = "<script>alert('x')</script> ]]> <img src=\"file:///etc/passwd\"/> &amp; {0} url(x) ";
        Issue.Copy copy = Samples.copy(hostile, Samples.portions(3, hostile), List.of());
        with(Samples.template(copy), pdf -> {
            String text = text(pdf).replaceAll("\\s+", " ");
            assertTrue(
                    text.contains("<script>alert('x')</script> ]]> <img src=\"file:///etc/passwd\"/> &amp; {0}"), text);
            for (COSStream stream : streams(pdf)) {
                String kind = stream.toString();
                assertFalse(kind.contains("JavaScript") || kind.contains("/Image"), kind);
            }
            assertEquals(0, pdf.getPage(0).getAnnotations().size());
        });
    }

    @Test
    void whatNoFontHasAndWhatXmlDoesNotTakeIsDrawnAsAReplacement() {
        String odd = "a\u0000b\u0007c\u202Ed\uD800e 中文 مرحبا שלום 😀 \uFFFE";
        with(Samples.template(Samples.copy(odd, Samples.portions(1, odd), List.of())), pdf -> {
            assertTrue(text(pdf).contains("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe"), text(pdf));
        });
    }

    @Test
    void cls06_aBannerOfManyNamesIsNeverCutAndNeverStandsInTheText() {
        StringBuilder names = new StringBuilder(Samples.BANNER + "//EYES ONLY A-FIRST");
        for (int i = 0; i < 120; i++) {
            names.append(", OFFICER-").append(i);
        }
        String banner = names + ", Z-LAST";
        Issue.Copy copy = Samples.copy(banner, "T", Samples.portions(12, "word ".repeat(80)), List.of());
        with(Samples.template(copy), pdf -> {
            for (PDPage page : pdf.getPages()) {
                String all = together(page);
                String whole = banner.replace(" ", "");
                int first = all.indexOf(whole);
                assertTrue(first >= 0 && all.indexOf(whole, first + 1) > 0, all);
            }
        });
    }

    @Test
    void aWordLongerThanALineIsBrokenAndNotLost() {
        with(Samples.template(Samples.copy("T", Samples.portions(1, "x".repeat(4000)), List.of())), pdf -> {
            StringBuilder all = new StringBuilder();
            pdf.getPages().forEach(p -> all.append(area(p, 70, p.getMediaBox().getHeight() - 150)));
            assertEquals(4000, all.chars().filter(c -> c == 'x').count(), all.toString());
        });
    }

    @Test
    void allFontsAreInside() {
        with(Samples.template(Samples.copy("T", Samples.portions(1, "x"), List.of())), pdf -> {
            for (PDPage page : pdf.getPages()) {
                page.getResources().getFontNames().forEach(name -> {
                    try {
                        PDFont font = page.getResources().getFont(name);
                        assertTrue(font.isEmbedded(), font.getName());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        });
    }

    interface Look {
        void at(PDDocument pdf) throws IOException;
    }

    private static void with(Template template, Look look) {
        try (PDDocument pdf = Loader.loadPDF(PdfFile.of(template))) {
            look.at(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(PDDocument pdf) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(false);
        String text = stripper.getText(pdf).replace('\n', ' ').replaceAll(" +", " ");
        // the number of a page is drawn after the words around it
        return text.replaceAll("Page (of|sur) ([0-9]+) ([0-9]+)", "Page $2 $1 $3");
    }

    /** What stands in a band of the page, from so far below its upper edge. */
    private static String area(PDPage page, float top, float height) {
        try {
            PDFTextStripperByArea stripper = new PDFTextStripperByArea();
            stripper.setSortByPosition(true);
            stripper.addRegion(
                    "band", new Rectangle2D.Float(0, top, page.getMediaBox().getWidth(), height));
            stripper.extractRegions(page);
            return stripper.getTextForRegion("band").replaceAll("\\s+", " ").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything on a page in the order in which it is drawn, without blanks: the watermark's letters stand askew. */
    private static String together(PDPage page) {
        try (PDDocument single = new PDDocument()) {
            single.addPage(page);
            return new PDFTextStripper().getText(single).replaceAll("\\s+", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<COSStream> streams(PDDocument pdf) throws IOException {
        List<COSStream> streams = new ArrayList<>();
        for (COSObjectKey key : pdf.getDocument().getXrefTable().keySet()) {
            if (pdf.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                try (InputStream inflated = stream.createInputStream()) {
                    inflated.transferTo(java.io.OutputStream.nullOutputStream());
                }
                streams.add(stream);
            }
        }
        return streams;
    }
}
