package org.entente.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a mail says, and what it cannot be made to say. */
class WordingTest {
    private static final String PAGE = "http://localhost:8080/notices.xhtml";
    private static final Instant SINCE = Instant.parse("2013-07-20T12:00:00Z");

    @Test
    void cls07_aMailSaysHowMuchWaitsAndWhereAndNothingElse() {
        Letter one = Wording.in("en").letter("MAIL-1", "reis@un.test", 1, List.of(), true, PAGE);
        assertEquals("EXERCISE - Something waits for you on Entente: 1 item", one.subject());
        assertEquals("""
                EXERCISE - Something waits for you on Entente: 1 item

                Read it there, signed in:
                http://localhost:8080/notices.xhtml

                This mail says no more than an unprotected channel may carry. How you are written to is yours to choose on the same page.
                """, one.body());
        Letter more = Wording.in("en").letter("MAIL-1", "reis@un.test", 12, List.of(), false, PAGE);
        assertEquals("Something waits for you on Entente: 12 items", more.subject());
    }

    @Test
    void cls07_inFrenchItSaysTheSame() {
        Letter one = Wording.in("fr").letter("MAIL-1", "sow@au.test", 1, List.of(), true, PAGE);
        assertEquals("EXERCICE - Entente\u00a0: 1 élément vous attend", one.subject());
        assertTrue(one.body().contains(PAGE), one.body());
        assertEquals(Locale.FRENCH, one.language());
        Letter more = Wording.in("fr").letter("MAIL-1", "sow@au.test", 1_200, List.of(), false, PAGE);
        assertTrue(more.subject().endsWith("éléments vous attendent"), more.subject());
    }

    @Test
    void everyOccasionHasItsWordsInBothLanguages() {
        for (Occasion occasion : Occasion.values()) {
            String en = Wording.in("en").what(occasion);
            String fr = Wording.in("fr").what(occasion);
            assertFalse(en.isBlank() || fr.isBlank() || en.equals(fr), occasion.name());
            assertFalse(
                    Wording.in("en").otherwise(occasion).equals(Wording.in("fr").otherwise(occasion)), occasion.name());
        }
        // whatever else somebody works in
        assertEquals(
                Wording.in("en").what(Occasion.CHECK_WAITS), Wording.in("pt").what(Occasion.CHECK_WAITS));
    }

    @Test
    void cls07_whatIsNamedHasNoTitleUnlessOneIsGiven() {
        String bare = named(null, null).body();
        assertTrue(bare.contains("Number: REL-1 / UN-1\n"), bare);
        assertTrue(bare.contains("Originator: UN\n"), bare);
        assertTrue(bare.contains("Since: 20 Jul 2013 12:00 UTC\n"), bare);
        assertTrue(bare.contains("Nothing goes out until it is signed."), bare);
        assertFalse(bare.contains("Title:") || bare.contains("Due:"), bare);
        String whole = named("Road report", SINCE.plusSeconds(60)).body();
        assertTrue(whole.contains("Title: Road report\n"), whole);
        assertTrue(whole.contains("Due: 20 Jul 2013 12:01 UTC\n"), whole);
    }

    @Test
    void pki06_noWordingNamesAnOrganisationOrAPerson() {
        for (Occasion occasion : Occasion.values()) {
            for (String language : List.of("en", "fr")) {
                String words = Wording.in(language).what(occasion)
                        + Wording.in(language).otherwise(occasion);
                assertTrue(
                        Arrays.stream(words.split("\\P{L}+"))
                                .noneMatch(List.of("UN", "AU", "EU", "ECOWAS", "CEDEAO", "UE")::contains),
                        words);
            }
        }
    }

    @Test
    void aTitleStaysOnItsLine() {
        String body = named("Road\r\nBcc: all@un.test\u202etxt\u2028x" + "y".repeat(500), null)
                .body();
        assertTrue(body.contains("Title: Road Bcc: all@un.test txt x"), body);
        assertTrue(body.lines().noneMatch(l -> l.startsWith("Bcc")), body);
        assertFalse(body.contains("y".repeat(200)), body);
    }

    @Test
    void aHeaderTakesNoSecondLineAndNoSecondAddress() {
        for (String address : List.of(
                "a@un.test\r\nBcc: b@un.test",
                "a@un.test, b@un.test",
                "a@un.test b@un.test",
                "\"a\" <a@un.test>",
                "a@un.test\n",
                "a@un.test%0a",
                "a",
                "@un.test",
                "a@",
                "",
                "é@un.test")) {
            assertThrows(IllegalArgumentException.class, () -> letter("MAIL-1", address, "Hello"), address);
            assertFalse(Letter.isAddress(address), address);
        }
        for (String subject : List.of("", "a\r\nBcc: b@un.test", "a\nb", "a\rb", "a\u0000", "a\u0085b", "a\u2028b")) {
            assertThrows(IllegalArgumentException.class, () -> letter("MAIL-1", "a@un.test", subject), subject);
        }
        assertThrows(IllegalArgumentException.class, () -> letter("MAIL-1>\r\nX: y", "a@un.test", "Hello"));
        assertEquals("a.b+c@un.test", letter("MAIL-1", "a.b+c@un.test", "Hello").to());
    }

    @Test
    void aDailyMailBringsTheDaysBeforeFromSixOnwards() {
        Instant midnight = Instant.parse("2013-07-21T00:00:00Z");
        assertEquals(midnight, Outbox.yesterdayEnded(Instant.parse("2013-07-21T06:00:00Z")));
        assertEquals(midnight, Outbox.yesterdayEnded(Instant.parse("2013-07-22T05:59:59Z")));
    }

    private static Letter letter(String id, String to, String subject) {
        return new Letter(id, to, subject, "", Locale.ENGLISH);
    }

    private static Letter named(@Nullable String title, @Nullable Instant due) {
        Wording.Item item = new Wording.Item(Occasion.AUTHORISATION_WAITS, "REL-1", "UN-1", "UN", title, SINCE, due);
        return Wording.in("en").letter("MAIL-1", "reis@un.test", 1, List.of(item), true, PAGE);
    }
}
