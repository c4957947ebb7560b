package org.entente.browser;

import static org.entente.browser.Looks.look;
import static org.entente.browser.Looks.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A handover in front of browsers: both co-chairs draw it up, agree and freeze. */
class HandoverBrowserIT {
    @RegisterExtension
    private final People people = new People();

    @BeforeEach
    void june() {
        User.clock("2013-06-24T12:00:00Z");
    }

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void hnd01_bothCoChairsAgreeAndFreeze() {
        Person keita = english("keita");
        keita.page.click("nav >> text=Handover");
        keita.page.locator("#draft\\:go").click();
        assertTrue(keita.main().contains("Relation of the missions"), keita.main());
        String plan = drafted(keita);
        assertTrue(keita.main().contains("The plan is drawn up."), keita.main());
        assertEquals("Being drawn up", present(keita));

        Person castro = english("castro");
        castro.open("handover.xhtml?number=" + plan);
        assertEquals(0, castro.page.locator("#act\\:takeInventory").count(), "for the predecessor");
        keita.page.fill("#act\\:note", "as agreed in May");
        keita.page.locator("#act\\:sign").click();
        keita.useSecondFactor();
        assertTrue(keita.main().contains("You have just used your second factor"), keita.main());
        assertTrue(keita.main().contains("Nobody has signed yet."), "coming back signs nothing");
        assertEquals("as agreed in May", keita.page.inputValue("#act\\:note"));
        keita.page.locator("#act\\:sign").click();
        assertTrue(keita.main().contains("Signed."), keita.main());
        assertEquals(0, keita.page.locator("#act\\:sign").count(), "once");
        castro.page.locator("#act\\:sign").click();
        castro.useSecondFactor();
        castro.page.locator("#act\\:sign").click();
        assertEquals("Agreed", present(castro));

        keita.open("handover.xhtml?number=" + plan);
        assertTrue(keita.page.locator(".blockers").innerText().contains("HND-01"), keita.main());
        assertEquals(0, keita.page.locator("#act\\:sign").count(), "no inventory yet");
        keita.page.locator("#act\\:takeInventory").click();
        castro.open("handover.xhtml?number=" + plan);
        castro.page.locator("#act\\:sign").click();
        keita.open("handover.xhtml?number=" + plan);
        keita.page.locator("#act\\:sign").click();
        assertEquals("Inventory frozen", present(keita));
        assertTrue(keita.main().contains("Digest of the frozen inventory"), keita.main());
        assertEquals(List.of(), keita.complaints);
    }

    @Test
    void noPageOfHandoversHasAGraveFindingAndEachIsLightAndFitsATelephone() {
        String plan = drafted(english("keita"));
        List<String> findings = new ArrayList<>();
        for (boolean telephone : List.of(false, true)) {
            Person keita = telephone ? people.onTelephone("keita") : people.signedIn("keita");
            keita.page.click("header button[value=" + (telephone ? "fr" : "en") + "]");
            for (String page : List.of(
                    "handovers.xhtml",
                    "handover.xhtml?number=" + plan,
                    "handover-items.xhtml?number=" + plan,
                    "handover-people.xhtml?number=" + plan)) {
                look(keita, page, telephone, page.replaceAll("\\.xhtml.*", ""), findings);
            }
        }
        assertEquals(List.of(), findings);
    }

    private String drafted(Person keita) {
        keita.open("handovers.xhtml");
        keita.page.selectOption("#draft\\:relation", "REL-AFISMA-MINUSMA");
        keita.page.selectOption("#draft\\:predecessor", "AU");
        keita.page.selectOption("#draft\\:successor", "UN");
        keita.page.fill("#draft\\:cochairFrom", "HO-AU");
        keita.page.fill("#draft\\:cochairTo", "HO-UN");
        keita.page.fill("#draft\\:toa", "2013-07-01T00:00");
        keita.page.locator("#draft\\:go").click();
        keita.page.waitForURL(url -> url.contains("handover.xhtml"));
        return number(keita);
    }

    private static String present(Person person) {
        return person.page.locator(".stages [aria-current=step]").innerText().strip();
    }

    private Person english(String name) {
        return people.signedIn(name).inEnglish();
    }
}
