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
        assertEquals(0, castro.page.locator("#taking\\:go").count(), "for the predecessor");
        keita.page.fill("#signing\\:note", "as agreed in May");
        keita.page.locator("#signing\\:go").click();
        keita.useSecondFactor();
        assertTrue(keita.main().contains("You have just used your second factor"), keita.main());
        assertTrue(keita.main().contains("Nobody has signed yet."), "coming back signs nothing");
        assertEquals("as agreed in May", keita.page.inputValue("#signing\\:note"));
        keita.page.locator("#signing\\:go").click();
        assertTrue(keita.main().contains("Signed."), keita.main());
        assertEquals(0, keita.page.locator("#signing\\:go").count(), "once");
        castro.page.locator("#signing\\:go").click();
        castro.useSecondFactor();
        castro.page.locator("#signing\\:go").click();
        assertEquals("Agreed", present(castro));

        keita.open("handover.xhtml?number=" + plan);
        assertTrue(keita.page.locator(".blockers").innerText().contains("HND-01"), keita.main());
        assertEquals(0, keita.page.locator("#signing\\:go").count(), "no inventory yet");
        keita.page.locator("#taking\\:go").click();
        castro.open("handover.xhtml?number=" + plan);
        castro.page.locator("#signing\\:go").click();
        keita.open("handover.xhtml?number=" + plan);
        keita.page.locator("#signing\\:go").click();
        assertEquals("Inventory frozen", present(keita));
        assertTrue(keita.main().contains("Digest of the frozen inventory"), keita.main());
        assertEquals(List.of(), keita.complaints);
    }

    @Test
    void hnd13_theCourseIsChangedByWhoMayAndEachWaiverStandsInThePlan() {
        Person keita = english("keita");
        String plan = drafted(keita);
        keita.page.fill("#postponing\\:toa", "2013-07-02T06:00");
        keita.page.locator("#postponing\\:go").click();
        assertTrue(keita.main().contains("2 Jul 2013 06:00 UTC"), keita.main());
        assertEquals(0, keita.page.locator("#accelerating").count(), "for the head of the mission");

        Person castro = english("castro");
        castro.open("handover.xhtml?number=" + plan);
        castro.page.locator("#suspending\\:suspend").click();
        assertTrue(castro.main().contains("A reason of 1 to"), castro.main());
        castro.page.fill("#suspending\\:reason", "EXERCISE: the airport is closed");
        castro.page.locator("#suspending\\:suspend").click();
        assertTrue(castro.page.locator(".blockers").innerText().contains("HND-13"), castro.main());
        keita.open("handover.xhtml?number=" + plan);
        keita.page.fill("#suspending\\:reason", "EXERCISE: it is open again");
        keita.page.locator("#suspending\\:resume").click();
        assertEquals(0, keita.page.locator(".blockers").count(), keita.main());

        Person head = english(Scenario.wearer("RA-AU"));
        head.open("handover.xhtml?number=" + plan);
        assertEquals(0, head.page.locator("#signing").count(), "the co-chairs sign");
        head.page.fill("#waiving\\:reason", "EXERCISE: the mandate ends");
        head.page.locator("#waiving\\:go").click();
        assertTrue(head.main().contains("The benchmarks are waived."), head.main());
        Looks.tick(head, "Consent asked of givers and originators");
        head.page.fill("#accelerating\\:reason", "EXERCISE: the host asked us to leave");
        head.page.locator("#accelerating\\:go").click();
        assertTrue(head.main().contains("Accelerated"), head.main());
        assertTrue(head.page.locator(".timeline .void").allInnerTexts().stream()
                .anyMatch(s -> s.contains("EXERCISE: the host asked us to leave")));

        castro.open("handover.xhtml?number=" + plan);
        castro.page.fill("#aborting\\:reason", "EXERCISE: no agreement");
        castro.page.locator("#aborting\\:go").click();
        assertEquals("Broken off", present(castro));
        assertEquals(0, castro.page.locator("main input[type=submit]").count(), castro.main());
    }

    /** Planned alone: nobody changes hats before the transfer, which does not come. */
    @Test
    void hnd07_hnd08_newHatsAndResidualAccessArePlannedByOneSideAndApprovedByBoth() {
        Person keita = english("keita");
        String plan = drafted(keita);
        String people = "handover-people.xhtml?number=" + plan;
        Person castro = english("castro");
        castro.open(people);
        castro.page.selectOption("#rehatting\\:oldHat", "AN-AU");
        castro.page.fill("#rehatting\\:newHat", "an au");
        castro.page.locator("#rehatting\\:go").click();
        assertTrue(castro.page.locator(".alert").innerText().contains("ORG-01"), castro.main());
        castro.page.fill("#rehatting\\:newHat", "AN-U2-PLANNED");
        Looks.tick(castro, "analyst");
        castro.page.locator("#rehatting\\:go").click();
        assertTrue(castro.main().contains("The new hat is planned."), castro.main());
        assertTrue(castro.main().contains("waits for confirmation"), castro.main());

        keita.open(people);
        assertEquals(0, keita.page.locator("#rehatting").count(), "for the successor");
        keita.page.selectOption("#asking\\:hat", "AN-AU");
        keita.page.fill("#asking\\:purpose", "EXERCISE: claims and inquiries");
        keita.page.fill("#asking\\:to", "2014-07-01T00:00");
        keita.page.locator("#asking\\:go").click();
        assertTrue(keita.page.locator(".alert").innerText().contains("180 days"), keita.main());
        keita.page.fill("#asking\\:to", "2013-11-01T00:00");
        keita.page.locator("#asking\\:go").click();
        for (Person cochair : List.of(keita, castro)) {
            cochair.open(people);
            cochair.page.locator("#leaving input[type=submit]").click();
            assertTrue(cochair.main().contains("Approved for your side."), cochair.main());
            assertEquals(0, cochair.page.locator("#leaving input[type=submit]").count(), "once");
        }
        assertEquals(0, keita.page.locator("#overlapping").count(), "nothing is agreed yet");

        keita.open("handover.xhtml?number=" + plan);
        String prospect =
                keita.page.locator("section[aria-labelledby=prospect]").innerText();
        assertTrue(prospect.contains("AN-AU → AN-U2-PLANNED"), prospect);
        assertTrue(prospect.contains("1 Nov 2013"), prospect);
        List<String> findings = new ArrayList<>();
        look(castro, people, false, "people-planned", findings);
        assertEquals(List.of(), findings);
    }

    /** What goes through many items by itself goes on by a button where no script runs. */
    @Test
    void theInventoryIsDecidedOnWithoutAnyScript() {
        Person keita = people.withoutScript("keita").inEnglish();
        String plan = drafted(keita);
        keita.open("handover.xhtml?number=" + plan);
        keita.page.locator("#taking\\:go").click();
        keita.open("handover-items.xhtml?number=" + plan + "&disposition=NONE");
        int found = Integer.parseInt(
                keita.page.locator("main p strong").first().innerText().strip());
        keita.page.selectOption("#bulk\\:disposition-of", "RETAIN");
        keita.page.locator("#bulk\\:disposeAll").click();
        while (keita.page.locator("#run\\:next").count() > 0) {
            keita.page.locator("#run\\:next").click();
        }
        String said = keita.page.locator("#run [role=status]").innerText();
        assertTrue(said.contains(found + " of " + found + " · " + found + " done"), said);
        keita.open("handover-items.xhtml?number=" + plan + "&disposition=NONE");
        assertTrue(keita.main().contains("0 items found"), keita.main());
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
                    "handover-people.xhtml?number=" + plan,
                    "missions.xhtml",
                    "missions.xhtml?mission=AFISMA")) {
                look(
                        keita,
                        page,
                        telephone,
                        page.replaceAll("\\.xhtml\\??", "-").replaceAll("number.*", ""),
                        findings);
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
