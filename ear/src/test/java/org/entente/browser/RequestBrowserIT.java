package org.entente.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.entente.running.Questions;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests for information in front of a browser: asked, answered, passed on by the broker, without a mouse. */
class RequestBrowserIT {
    private static final int FEW_BYTES = 48 * 1024;

    @RegisterExtension
    private final People people = new People();

    @BeforeEach
    void settled() {
        User.clock("2013-07-20T12:00:00Z");
    }

    @Test
    void pki05_aRequestIsAskedAnsweredAndReportedOnThroughThePages() {
        Person solberg = people.signedIn("solberg");
        solberg.open("requests.xhtml");
        solberg.page.click("text=Ask for information");
        solberg.press("Ask");
        assertTrue(solberg.page.locator(".alert").innerText().contains("Deadline"), solberg.main());
        solberg.page.fill("#ask\\:deadline", "2013-08-01T12:00");
        solberg.press("Ask");
        // everything that is wrong is said at once, and what was typed is still there
        for (String field : List.of("Asked of", "Subject", "Question", "Justification", "Topics")) {
            assertTrue(solberg.page.locator(".alert").innerText().contains(field), field);
        }
        assertEquals("2013-08-01T12:00", solberg.page.inputValue("#ask\\:deadline"));
        // by the keyboard alone
        solberg.page.getByLabel("ECOWAS").focus();
        solberg.page.keyboard().press("Space");
        solberg.page.fill("#ask\\:marking", "UN-C");
        solberg.page.fill("#ask\\:subject", "EXERCISE - fuel");
        solberg.page.fill("#ask\\:question", "EXERCISE. Who moves it?");
        solberg.page.fill("#ask\\:justification", "EXERCISE. Convoys.");
        solberg.page.fill("#ask\\:topics", "trafficking, fuel");
        solberg.page.fill("#ask\\:areas", "Ménaka");
        solberg.page.focus("#ask\\:go");
        solberg.page.keyboard().press("Enter");
        solberg.page.waitForURL(url -> url.contains("request.xhtml?number=RFI-"));
        assertTrue(solberg.main().contains("The request is on its way."));
        String number = solberg.page.url().replaceAll(".*number=", "");

        Person mensah = people.signedIn("mensah").inEnglish();
        mensah.open("requests.xhtml?role=EXPERT");
        assertTrue(mensah.numbers().contains(number));
        mensah.page.click("text=" + number);
        assertTrue(mensah.page.locator(".banner").first().innerText().contains("UN CONFIDENTIAL//REL TO UN, ECOWAS"));
        mensah.page.fill("#answer\\:products", "P04");
        mensah.page.locator("#answer\\:go").click();
        assertTrue(mensah.page.locator("#answer\\:productsError").innerText().contains("requester may know of"));
        mensah.page.fill("#answer\\:products", "P03");
        mensah.page.locator("#answer\\:go").click();
        assertTrue(mensah.page.locator(".notice").innerText().contains("Answered."));

        solberg.open("request.xhtml?number=" + number);
        assertTrue(solberg.main().contains("P03"));
        solberg.page.selectOption("#feedback\\:used", "USED");
        solberg.page.locator("#feedback\\:go").click();
        assertTrue(solberg.page.locator(".steps").innerText().contains("Use reported"));
        assertEquals(List.of(), solberg.complaints);
    }

    @Test
    void pki06_theBrokerPassesOnAndTheAddresseesPageIsSilentOfWhoAsked() {
        String number = Questions.asked(User.in("LO-UN"), Questions.anonymous("(UN-C)", "ECOWAS"));
        Person okello = people.signedIn("okello").inEnglish();
        okello.open("requests.xhtml?role=BROKER");
        okello.page.click("text=" + number);
        assertTrue(okello.main().contains("solberg"));
        okello.page.fill("#forward\\:question", "EXERCISE. The UN asks.");
        okello.page.getByLabel("Marking for ECOWAS").fill("ECW-C");
        okello.page.locator("#forward\\:go").click();
        assertTrue(okello.page.locator("#forward\\:questionError").innerText().contains("do not name who asked"));
        okello.page.fill("#forward\\:question", "EXERCISE. Who moves fuel?");
        okello.page.locator("#forward\\:go").click();
        assertTrue(okello.main().contains("Passed on."));
        Person osei = people.signedIn("osei").inEnglish();
        String page = osei.open("request.xhtml?number=" + number).text();
        assertTrue(osei.main().contains("through the broker"));
        for (String telling : List.of("solberg", "LO-UN", "UN CONFIDENTIAL", "org-UN", "since June")) {
            assertFalse(page.contains(telling), telling);
        }
        osei.page.selectOption("#refuse\\:reason", "NOT_HELD");
        osei.page.fill("#refuse\\:text", "EXERCISE. Nothing here.");
        osei.page.locator("#refuse\\:go").click();
        assertTrue(osei.page.locator(".notice").innerText().contains("Refused."));
        assertEquals(
                404,
                people.signedIn("vermeer")
                        .open("request.xhtml?number=" + number)
                        .status());
    }

    @Test
    void noPageOfRequestsHasAGraveFindingAndEachIsLightAndFitsATelephone() {
        String open = Questions.asked(User.in("LO-UN"), Questions.asking("(UN-C)", "ECOWAS"));
        String hidden = Questions.asked(User.in("LO-UN"), Questions.anonymous("(UN-C)", "ECOWAS"));
        List<String> findings = new ArrayList<>();
        Person solberg = people.signedIn("solberg");
        Person osei = people.onTelephone("osei");
        Person okello = people.signedIn("okello");
        for (String path :
                List.of("requests.xhtml", "ask.xhtml", "request.xhtml?number=" + open, "reciprocity.xhtml")) {
            look(solberg, path, findings);
        }
        for (String path :
                List.of("requests.xhtml", "ask.xhtml", "request.xhtml?number=" + open, "reciprocity.xhtml")) {
            look(osei, path, findings);
            assertEquals(390, osei.page.evaluate("document.documentElement.scrollWidth"), path);
        }
        look(okello, "request.xhtml?number=" + hidden, findings);
        assertEquals(List.of(), findings);
        assertEquals(403, okello.open("reciprocity.xhtml").status());
        assertEquals(403, people.signedIn("nair").open("requests.xhtml").status());
    }

    private static void look(Person person, String path, List<String> findings) {
        int bytes = person.open(path).body().length;
        assertTrue(bytes < FEW_BYTES, path + " has " + bytes + " bytes");
        person.photograph("requests-" + path.replaceAll("[.?].*", ""));
        findings.addAll(Looks.grave(person, path));
    }
}
