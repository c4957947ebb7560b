package org.entente.browser;

import static org.entente.browser.Looks.look;
import static org.entente.browser.Looks.number;
import static org.entente.browser.Looks.tabTo;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.entente.running.Missions;
import org.entente.running.Papers;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole handover in front of browsers, between two missions of its own: from the draft to the closure, and who looks on. */
class HandoverDayBrowserIT {
    private static final String TOA = "2013-06-20T00:00:00Z";

    @RegisterExtension
    private final People people = new People();

    private final User analyst = User.in("AN-AU");
    private final User officer = User.in("CO-AU");
    private final String tag = "Y" + ThreadLocalRandom.current().nextInt(10_000, 99_999);
    private final String from = "K" + tag;
    private final String to = "L" + tag;
    private final List<String> findings = new ArrayList<>();
    private String plan = "";

    @BeforeEach
    void june() {
        User.clock("2013-06-05T09:00:00Z");
    }

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void hnd03_bothCoChairsGoFromTheDraftToTheClosureAndTheAuditorLooksOn() {
        Missions.founded(from, "AU", "RA-AU", null);
        Missions.founded(to, "UN", "RA-UN", null);
        String benchmark = Missions.benchmark(from, "AU", "RA-AU");
        String relation = Missions.related("RA-AU", from, to, null);
        String free = written("(AU-R//REL TO AU, UN)");
        String sent = written("(AU-R//REL TO AU, UN)");
        String controlled = written("(AU-R//ORCON//REL TO AU, UN)");
        String paper = Papers.filed(analyst, report("(AU-R//REL TO AU, UN)"));

        Person keita = people.signedIn("keita").inEnglish();
        Person castro = people.signedIn("castro").inEnglish();
        drafted(keita, relation);
        bothSign(keita, castro);
        board(keita).page.locator("#taking\\:go").click();
        bothSign(keita, castro);

        // what is in the way of readiness is counted, and leads to the items that it is about
        assertTrue(obstacle(board(keita), "HND-01").startsWith("4"), keita.main());
        assertTrue(obstacle(keita, "HND-17").startsWith("1"), keita.main());
        keita.page.locator("#asking\\:go").click();
        assertEquals("Givers asked", present(keita));
        keita.page.locator(".blockers a[href*='rule=HND-01']").click();
        assertTrue(keita.main().contains("4 items found"), keita.main());

        disposedOf(keita, free, sent, controlled, paper);
        consented(controlled);

        keita.open("missions.xhtml?mission=" + from);
        assertTrue(keita.main().contains(benchmark), keita.main());
        Missions.met(benchmark, "RA-AU");
        openWorkSettled(keita);
        seen(keita, "handover.xhtml?number=" + plan, "board-ready");
        assertTrue(keita.main().contains("Nothing stands in the way."), keita.main());
        bothSign(keita, castro);
        assertEquals("Ready", present(castro));
        assertTrue(castro.main().contains("What the instant of the transfer will bring"), castro.main());
        assertEquals(0, castro.page.locator("#passing\\:go").count(), "not before its instant");

        User.clock(TOA);
        board(castro);
        if (castro.page.locator("#passing\\:go").count() > 0) {
            // the platform's own calendar may have been quicker
            castro.page.locator("#passing\\:go").click();
        }
        assertEquals("Authority passed, being received", present(board(castro)));
        assertEquals("4", castro.page.locator("#difference").innerText());

        received(castro, controlled);
        settled(keita, paper);
        seen(keita, "handover.xhtml?number=" + plan, "board-reconciled");
        assertEquals("0", keita.page.locator("#difference").innerText());
        bothSign(keita, castro);
        assertEquals("Reconciled", present(castro));

        board(keita).page.fill("#learning\\:lessons", "EXERCISE: ask the givers earlier");
        keita.page.locator("#learning\\:go").click();
        keita.open("handover-items.xhtml?number=" + plan);
        keita.page.selectOption("#bulk\\:retention", "C+5 D");
        keita.page.locator("#bulk\\:disposeAll").click();
        finished(keita, "4 of 4 · 4 done · 0 left as they were");
        bothSign(keita, castro);
        assertEquals("Closed", present(castro));

        auditorLooksOn(controlled);
        jointAuditorLooksOn();
        hiddenIsAbsent();
        assertEquals(List.of(), findings);
        assertEquals(List.of(), keita.complaints);
        assertEquals(List.of(), castro.complaints);
    }

    /** By one: a rule objects beside the field. By ticks, with the keyboard alone. By the filter: what is left as it was is counted. */
    private void disposedOf(Person keita, String free, String sent, String controlled, String paper) {
        keita.open("handover-items.xhtml?number=" + plan + "&item=" + paper);
        keita.page.selectOption("#one\\:disposition-of", "TRANSFER");
        keita.page.locator("#one\\:dispose").click();
        assertTrue(keita.page.locator("#disposition-wrong").innerText().contains("HND-04"), keita.main());
        keita.page.selectOption("#one\\:disposition-of", "DESTROY");
        keita.page.selectOption("#one\\:hold", "true");
        keita.page.locator("#one\\:dispose").click();
        assertTrue(keita.page.locator("#disposition-wrong").innerText().contains("HND-19"), keita.main());
        keita.page.selectOption("#one\\:hold", "false");
        keita.page.locator("#one\\:dispose").click();
        assertTrue(keita.main().contains("Entered."), keita.main());

        keita.open("handover-items.xhtml?number=" + plan + "&disposition=NONE");
        // in the order of the list, so that the keyboard need not begin again
        for (String item : new TreeSet<>(List.of(free, sent))) {
            while (!item.equals(keita.page.evaluate("document.activeElement.value"))) {
                keita.page.keyboard().press("Tab");
            }
            keita.page.keyboard().press("Space");
        }
        keita.page.locator("#bulk\\:disposition-of").focus();
        keita.page.keyboard().type("Copy");
        tabTo(keita, "For those ticked");
        keita.page.keyboard().press("Enter");
        finished(keita, "2 of 2 · 2 done · 0 left as they were");

        keita.open("handover-items.xhtml?number=" + plan + "&disposition=NONE");
        keita.page.selectOption("#bulk\\:disposition-of", "COPY");
        keita.page.locator("#bulk\\:disposeAll").click();
        finished(keita, "1 of 1 · 0 done · 1 left as they were");
        keita.open("handover-items.xhtml?number=" + plan + "&item=" + controlled);
        assertTrue(keita.main().contains("AU · Asked"), keita.main());
    }

    /** The originator's officer consents, in French, and the item may go. */
    private void consented(String item) {
        Person officer = people.signedIn(Scenario.wearer("CO-AU"));
        officer.page.click("header button[value=fr]");
        officer.open("handovers.xhtml");
        officer.page.locator("#answers\\:refuse").click();
        assertTrue(officer.main().contains("Cochez les éléments visés."), officer.main());
        officer.page.locator("input[name=ticked][aria-label$='" + item + "']").check();
        officer.page.locator("#answers\\:refuse").click();
        assertTrue(officer.main().contains("Un motif est requis."), officer.main());
        officer.page.locator("input[name=ticked][aria-label$='" + item + "']").check();
        officer.page.locator("#answers\\:grant").click();
        officer.page.locator(".notice").waitFor();
        seen(officer, "handovers.xhtml", "asked-fr");
        officer.open("handover-items.xhtml?number=" + plan + "&item=" + item);
        assertTrue(officer.main().contains("AU · Accordé"), officer.main());
        assertEquals(0, officer.page.locator("#one").count(), "it is not for a giver to decide");
        Person keita = people.signedIn("keita").inEnglish();
        keita.open("handover-items.xhtml?number=" + plan + "&item=" + item);
        keita.page.selectOption("#one\\:disposition-of", "TRANSFER");
        keita.page.locator("#one\\:dispose").click();
        assertTrue(keita.main().contains("Entered."), keita.main());
        seen(keita, "handover-items.xhtml?number=" + plan, "items-decided");
    }

    /** What was on its way for the old mission is closed, one by one. */
    private void openWorkSettled(Person keita) {
        board(keita).page.locator(".blockers a[href*='people']").click();
        for (String reference :
                keita.page.locator("ul[aria-labelledby=open] strong").allInnerTexts()) {
            keita.page.selectOption("#settling\\:reference", reference);
            keita.page.selectOption("#settling\\:decision", "CLOSED");
            keita.page.locator("#settling\\:go").click();
            assertTrue(keita.main().contains("Decided."), keita.main());
        }
    }

    /** What was rejected wants a reason; the rest in bulk. What passed shows through whose hands. */
    private void received(Person castro, String controlled) {
        seen(castro, "handover-items.xhtml?number=" + plan + "&item=" + controlled, "item-custody");
        assertTrue(castro.main().contains("Custody passed: AU → UN"), castro.main());
        castro.page.selectOption("#one\\:outcome-of", "REJECTED");
        castro.page.locator("#one\\:account").click();
        assertTrue(castro.page.locator("#why-wrong").innerText().contains("HND-06"), castro.main());
        castro.page.selectOption("#one\\:outcome-of", "RECEIVED");
        castro.page.locator("#one\\:account").click();
        assertTrue(castro.main().contains("Entered."), castro.main());
        castro.open("handover-items.xhtml?number=" + plan + "&outcome=NONE");
        castro.page.selectOption("#bulk\\:outcome-of", "RECEIVED");
        castro.page.locator("#bulk\\:accountAll").click();
        // a working paper of the predecessor's is not for the successor to know
        finished(castro, "2 of 2 · 2 done · 0 left as they were");
    }

    /** Destroyed before two witnesses, under a certificate. */
    private void settled(Person keita, String paper) {
        keita.open("handover-items.xhtml?number=" + plan + "&item=" + paper);
        keita.page.selectOption("#one\\:outcome-of", "DESTROYED");
        keita.page.fill("#one\\:certificate", "EXERCISE: shredded at Bamako");
        keita.page.fill("#one\\:witnesses", "RA-AU");
        keita.page.locator("#one\\:account").click();
        assertTrue(keita.page.locator("#witnesses-wrong").innerText().contains("HND-13"), keita.main());
        keita.page.fill("#one\\:witnesses", "RA-AU AUD-AU");
        keita.page.locator("#one\\:account").click();
        assertTrue(keita.main().contains("EXERCISE: shredded at Bamako"), keita.main());
    }

    /** All of it and no button that changes anything, on a desk and on a telephone. */
    private void auditorLooksOn(String controlled) {
        for (boolean telephone : List.of(false, true)) {
            Person bekele = telephone ? people.onTelephone("bekele") : people.signedIn("bekele");
            bekele.page.click("header button[value=" + (telephone ? "fr" : "en") + "]");
            bekele.open("handovers.xhtml");
            assertTrue(bekele.main().contains(plan), bekele.main());
            for (String page : List.of(
                    "handover.xhtml?number=" + plan,
                    "handover-items.xhtml?number=" + plan,
                    "handover-items.xhtml?number=" + plan + "&item=" + controlled,
                    "handover-people.xhtml?number=" + plan,
                    "missions.xhtml?mission=" + from)) {
                look(
                        bekele,
                        page,
                        telephone,
                        "auditor-" + page.replaceAll("\\.xhtml.*", "") + (page.contains("item=") ? "-one" : ""),
                        findings);
                assertEquals(0, bekele.page.locator("main input[type=submit]").count(), page);
            }
        }
    }

    /** The joint auditor is of neither side and follows it all the same. */
    private void jointAuditorLooksOn() {
        Person joint = people.signedIn(Scenario.wearer("AUD-JOINT")).inEnglish();
        joint.open("handovers.xhtml");
        joint.page.click("text=" + plan);
        assertEquals("Closed", present(joint));
        assertEquals(0, joint.page.locator("main input[type=submit]").count());
    }

    private void hiddenIsAbsent() {
        // of another organisation, and of one of the two in a role that has nothing to do with it
        for (String name : List.of("vermeer", "baro")) {
            Person stranger = people.signedIn(name).inEnglish();
            for (String page : List.of("handover", "handover-items", "handover-people")) {
                var hidden = stranger.open(page + ".xhtml?number=" + plan);
                String said = stranger.main().replace(plan, "");
                var absent = stranger.open(page + ".xhtml?number=HND-NEVER-WAS");
                assertEquals(404, hidden.status());
                assertEquals(404, absent.status());
                assertEquals(said, stranger.main().replace("HND-NEVER-WAS", ""));
            }
        }
    }

    private void seen(Person person, String page, String photograph) {
        look(person, page, false, photograph, findings);
    }

    private static void finished(Person person, String said) {
        person.page.locator("#run a").waitFor();
        assertTrue(person.page.locator("#run [role=status]").innerText().contains(said), person.main());
    }

    private void bothSign(Person keita, Person castro) {
        for (Person cochair : List.of(keita, castro)) {
            board(cochair).page.locator("#signing\\:go").click();
            if (cochair.atKeycloak() != null) {
                cochair.useSecondFactor();
                cochair.page.locator("#signing\\:go").click();
            }
            assertTrue(cochair.main().contains("Signed."), cochair.main());
        }
    }

    private Person board(Person person) {
        person.open("handover.xhtml?number=" + plan);
        return person;
    }

    private static String obstacle(Person person, String rule) {
        return person.page
                .locator(".blockers li", new com.microsoft.playwright.Page.LocatorOptions().setHasText(rule))
                .innerText();
    }

    private static String present(Person person) {
        return person.page.locator(".stages [aria-current=step]").innerText().strip();
    }

    private void drafted(Person keita, String relation) {
        keita.open("handovers.xhtml");
        keita.page.selectOption("#draft\\:relation", relation);
        keita.page.selectOption("#draft\\:predecessor", "AU");
        keita.page.selectOption("#draft\\:successor", "UN");
        keita.page.fill("#draft\\:cochairFrom", "HO-AU");
        keita.page.fill("#draft\\:cochairTo", "HO-UN");
        keita.page.fill("#draft\\:toa", "2013-06-20T00:00");
        keita.page.locator("#draft\\:go").click();
        keita.page.waitForURL(url -> url.contains("handover.xhtml"));
        plan = number(keita);
    }

    private String written(String mark) {
        String number = Papers.filed(analyst, report(mark));
        submitted(analyst, number);
        Papers.confirmed(officer, number);
        return number;
    }

    private jakarta.json.JsonObjectBuilder report(String mark) {
        return filing("INTSUM", "EXERCISE - the day", portion(mark, "EXERCISE. What is handed over"))
                .add("mission", from);
    }
}
