package org.entente.browser;

import static org.entente.running.Papers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.entente.running.Platform;
import org.entente.running.User;
import org.entente.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The auditor's desk: questions, events and why they were decided so, access over time, the state of the log. */
class AuditorBrowserIT {
    @RegisterExtension
    private final People people = new People();

    @BeforeEach
    void inJuly() {
        User.clock("2013-07-20T12:00:00Z");
    }

    @Test
    void aud07_aQuestionIsOnePageWithItsParametersItsTableAndItsExports() throws IOException {
        expect(200, User.in("LO-UN").get("/products/P01"));
        Person nair = people.signedIn("nair");
        nair.open("questions.xhtml");
        assertEquals(20, nair.page.locator(".questions li").count());
        nair.photograph("questions");
        assertEquals(List.of(), grave(nair));
        nair.page.click("text=What this person opened");
        assertEquals(0, nair.page.locator("table").count(), "it is asked of somebody");
        nair.page.fill("#asked-person", "solberg");
        nair.page.keyboard().press("Enter");
        nair.page.waitForURL("**person=solberg**");
        assertTrue(nair.page.locator("tbody tr").first().innerText().contains("P01"), nair.main());
        assertTrue(nair.page.locator("thead").innerText().contains("Last"), "headings in words");
        nair.photograph("question");
        assertEquals(List.of(), grave(nair));
        Download csv = nair.page.waitForDownload(() -> nair.page.click("text=Export as CSV"));
        List<String> lines = Files.readAllLines(csv.path());
        assertEquals("object,originator,marking,opens,first,last", lines.getFirst(), "codes, not words");
        assertTrue(lines.stream().anyMatch(l -> l.startsWith("P01,AU,")), lines.toString());
        Download json = nair.page.waitForDownload(() -> nair.page.click("text=Export as JSON"));
        assertTrue(Files.readString(json.path()).contains("\"object\":\"P01\""));
        nair.page.click("header button[value=fr]");
        assertTrue(nair.main().contains("Ce que cette personne a ouvert"), nair.main());
        nair.photograph("question-fr");
        assertEquals(List.of(), nair.complaints);
    }

    @Test
    void aud06_anEventSaysWhyItWasAllowedAndProvesItself() throws IOException {
        expect(200, User.in("LO-UN").get("/products/P01"));
        Person nair = people.signedIn("nair");
        nair.open("audit.xhtml?product=P01&person=solberg");
        nair.page.locator("tbody tr td a").first().click();
        nair.page.waitForURL("**/event.xhtml?id=**");
        assertTrue(
                nair.main().contains("Taken again under the rules and in the world of then, it comes out the same."));
        assertTrue(nair.page.getByText("The hat as it was").isVisible(), "their own officer's");
        assertFalse(nair.page.getByText("The product as it was").isVisible(), "who else has it is the AU's to know");
        for (int i = 0; i < 20 && nair.page.getByText("Proof as a file").count() == 0; i++) {
            nair.page.waitForTimeout(500);
            nair.page.reload();
        }
        nair.photograph("event");
        assertEquals(List.of(), grave(nair));
        Download proof = nair.page.waitForDownload(() -> nair.page.click("text=Proof as a file"));
        assertTrue(Files.readString(proof.path()).startsWith("c2sp.org/tlog-proof"), Files.readString(proof.path()));
        // for whom it does not concern there is no such event
        String id = nair.page.url().replaceAll(".*id=", "");
        Person ecowas = people.signedIn("dahl");
        assertEquals(404, ecowas.open("event.xhtml?id=" + id).status());
    }

    @Test
    void accessOverTimeIsAPictureAndTheSameNumbers() {
        expect(200, User.in("LO-UN").get("/products/P01"));
        Person nair = people.signedIn("nair");
        nair.open("access.xhtml?person=solberg&from=2013-07-01&to=2013-07-31");
        assertTrue(nair.page.locator("svg.chart rect").count() >= 2);
        assertTrue(nair.page.locator("svg.chart").getAttribute("aria-label").contains("2013-07-31"));
        assertTrue(nair.page.locator("tbody").innerText().contains("2013-07-20"), nair.main());
        nair.photograph("access");
        assertEquals(List.of(), grave(nair));
        nair.open("access.xhtml?person=baro");
        assertTrue(nair.main().contains("Nothing was opened"), "another organisation's officer");
        nair.open("access.xhtml?from=2010-01-01&to=2013-07-31");
        assertTrue(nair.main().contains("1 to 366 days"), nair.main());
    }

    @Test
    void aud02_theStateOfTheLogSaysWhatItMeansAndGivesABundle() throws IOException {
        Person nair = people.signedIn("nair");
        nair.open("log.xhtml");
        assertTrue(nair.main().contains("The log is cosigned"), nair.main());
        assertEquals(4, nair.page.locator("tbody tr").count());
        nair.photograph("log");
        assertEquals(List.of(), grave(nair));
        Download bundle = nair.page.waitForDownload(() -> nair.press("Take the bundle"));
        Path copy = Files.createTempFile("bundle", ".zip");
        bundle.saveAs(copy);
        byte[] policy = Files.readAllBytes(Platform.running().folder().resolve("log/policy.txt"));
        assertTrue(Verifier.verify(copy, policy, null).sound());
        Files.delete(copy);
    }

    @Test
    void everyPageFitsATelephoneAndAKeyboard() {
        Person nair = people.onTelephone("nair");
        for (String page : List.of(
                "questions.xhtml",
                "questions.xhtml?number=13",
                "access.xhtml?from=2013-05-01&to=2013-08-31",
                "log.xhtml")) {
            nair.open(page);
            assertEquals(390, nair.page.evaluate("document.documentElement.scrollWidth"), page);
            nair.photograph("telephone-" + page.replaceAll("[^a-z]", ""));
        }
        nair.open("questions.xhtml");
        nair.page
                .getByRole(
                        AriaRole.LINK, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Dormant accounts"))
                .focus();
        nair.page.keyboard().press("Enter");
        nair.page.waitForURL("**number=9");
        nair.page.focus("#asked-days");
        nair.page.keyboard().press("Control+A");
        nair.page.keyboard().type("30");
        nair.page.keyboard().press("Enter");
        nair.page.waitForURL("**days=30**");
    }

    private static List<String> grave(Person person) {
        return new AxeBuilder(person.page)
                .analyze().getViolations().stream()
                        .filter(v -> Set.of("serious", "critical").contains(v.getImpact()))
                        .map(v -> v.getId() + " " + v.getNodes().getFirst().getHtml())
                        .toList();
    }
}
