package org.entente.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.running.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What four people see of the same products. */
class ReadingBrowserIT {
    @RegisterExtension
    private final People people = new People();

    @Test
    void fourPeopleSeeFourLists() {
        User.clock("2013-07-20T12:00:00Z");
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String name : List.of("reis", "baro", "mensah", "vermeer")) {
            Person person = people.signedIn(name);
            person.open("index.xhtml?to=2013-07-16&from=2013-06-01");
            lists.put(
                    name,
                    person.numbers().stream().filter(n -> n.startsWith("P")).toList());
        }
        assertEquals(4, Set.copyOf(lists.values()).size(), lists.toString());
    }

    @Test
    void aSearchIsALinkAndSaysWhatIsBarredInWords() {
        User.clock("2013-07-20T12:00:00Z");
        Person reis = people.signedIn("reis");
        reis.open("index.xhtml?originator=EU");
        assertEquals("EU", reis.page.inputValue("#originator"));
        assertTrue(reis.main().contains("you have no valid security briefing for this scheme"), reis.main());
        assertTrue(reis.main().contains("Title withheld"));
        reis.page.fill("#query", "zzzz");
        reis.press("Search");
        assertTrue(reis.page.url().contains("query=zzzz") && reis.page.url().contains("originator=EU"));
        assertTrue(reis.main().contains("No product that you may know of matches."));
    }

    @Test
    void aProductCarriesItsBannerTopAndBottomAndItsMarksInFrontOfEachPortion() {
        User.clock("2013-07-20T12:00:00Z");
        Person reis = people.signedIn("reis");
        reis.open("product.xhtml?number=P01");
        List<String> banners = reis.page.locator(".banner").allInnerTexts();
        assertEquals(2, banners.size());
        assertTrue(
                banners.getFirst().contains("EXERCISE - AU CONFIDENTIAL//REL TO AU, ECOWAS, UN"), banners.toString());
        assertEquals(banners.getFirst(), banners.getLast());
        assertTrue(reis.page
                .locator(".portion .text")
                .first()
                .innerText()
                .startsWith("(AU-C//REL TO AU, ECOWAS, UN//MISSION AFISMA, MINUSMA)"));
        assertTrue(reis.page.locator(".grade").first().textContent().contains("B, usually reliable"));
    }

    @Test
    void cav10_whatIsHiddenAndWhatIsAbsentAreTheSamePage() {
        User.clock("2013-07-20T12:00:00Z");
        Person mensah = people.signedIn("mensah");
        assertEquals(notFound(mensah, "P08"), notFound(mensah, "Q08"));
    }

    /** The page without the number, which stands in the link that changes the language. */
    private static String notFound(Person person, String number) {
        Response answer = person.open("product.xhtml?number=" + number);
        assertEquals(404, answer.status());
        return answer.text().replace(number, "");
    }

    @Test
    void aHeaderWithoutContentGivesItsReasons() {
        User.clock("2013-07-20T12:00:00Z");
        Person reis = people.signedIn("reis");
        assertEquals(200, reis.open("product.xhtml?number=P13").status());
        assertTrue(reis.page.locator(".reasons").innerText().contains("no valid security briefing"));
        assertEquals(0, reis.page.locator(".portion").count());
    }

    /** The officer acknowledges, who is not one of the readers whose answers the scenario's matrix asks for. */
    @Test
    void cav09_nothingIsReadBeforeItIsAcknowledged() {
        User.clock("2013-07-20T12:00:00Z");
        Person solberg = people.signedIn("solberg");
        solberg.open("product.xhtml?number=P09");
        assertEquals(0, solberg.page.locator(".portion").count());
        Person haddad = people.signedIn("haddad");
        haddad.open("product.xhtml?number=P09");
        if (haddad.page.locator(".portion").count() == 0) {
            haddad.press("Acknowledge and read");
            assertTrue(haddad.main().contains("Your acknowledgement is recorded."));
        }
        // an earlier run may have acknowledged at a later time of the same day: the first acknowledgement is the one
        // that counts
        User.clock("2013-07-20T18:00:00Z");
        haddad.open("product.xhtml?number=P09");
        assertNotEquals(0, haddad.page.locator(".portion").count());
        assertTrue(haddad.main().contains("You have acknowledged receipt."));
    }

    @Test
    void aPageThatTheHatDoesNotOpenSaysSo() {
        Person mensah = people.signedIn("mensah");
        assertEquals(403, mensah.open("audit.xhtml").status());
        assertTrue(mensah.main().contains("does not carry a role"));
        assertEquals(404, mensah.open("nothing.xhtml").status());
        assertTrue(mensah.main().contains("Not found"));
    }
}
