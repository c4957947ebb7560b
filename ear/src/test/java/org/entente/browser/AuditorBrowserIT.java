package org.entente.browser;

import static org.entente.browser.Looks.grave;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.running.Platform;
import org.entente.running.User;
import org.entente.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The auditor's desk and the security officer's: questions, events, access, the log, samples, purges, breach cases. */
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
        assertEquals(List.of(), grave(nair, nair.page.url()));
        nair.page.click("text=What this person opened");
        assertEquals(0, nair.page.locator("table").count(), "it is asked of somebody");
        nair.page.fill("#asked-person", "solberg");
        nair.page.keyboard().press("Enter");
        nair.page.waitForURL("**person=solberg**");
        assertTrue(nair.page.locator("tbody tr").first().innerText().contains("P01"), nair.main());
        assertTrue(nair.page.locator("thead").innerText().contains("Last"), "headings in words");
        nair.photograph("question");
        assertEquals(List.of(), grave(nair, nair.page.url()));
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
        assertTrue(
                nair.page.getByText("The product as it was").isVisible(),
                "to whom else it was handed stands not in it");
        for (int i = 0; i < 20 && nair.page.getByText("Proof as a file").count() == 0; i++) {
            nair.page.waitForTimeout(500);
            nair.page.reload();
        }
        nair.photograph("event");
        assertEquals(List.of(), grave(nair, nair.page.url()));
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
        assertEquals(List.of(), grave(nair, nair.page.url()));
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
        assertEquals(List.of(), grave(nair, nair.page.url()));
        Download bundle = nair.page.waitForDownload(() -> nair.press("Take the bundle"));
        Path copy = Files.createTempFile("bundle", ".zip");
        bundle.saveAs(copy);
        byte[] policy = Files.readAllBytes(Platform.running().folder().resolve("log/policy.txt"));
        assertTrue(Verifier.verify(copy, policy, null).sound());
        Files.delete(copy);
    }

    @Test
    void aud08_aSampleIsDrawnLookedAtAndCounted() {
        published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", word()));
        Person nair = people.signedIn("nair");
        nair.open("samples.xhtml");
        nair.press("Draw the sample");
        assertTrue(nair.page.locator(".alert").first().isVisible(), "a seed is needed");
        nair.page.fill("#draw\\:year", "2013");
        nair.page.fill("#draw\\:size", "3");
        nair.page.fill("#draw\\:seed", word());
        nair.press("Draw the sample");
        nair.page.waitForURL("**number=SMP-**");
        assertTrue(nair.page.locator(".item").count() >= 1);
        nair.page.locator("summary").first().click();
        nair.page.locator("select").first().selectOption("CAVEAT_WRONG");
        nair.page.locator("textarea").first().fill("EXERCISE: it names nobody");
        nair.page.locator(".item input[type=submit]").first().click();
        nair.page.getByText("The finding is recorded.").waitFor();
        assertTrue(nair.page.locator(".item").first().innerText().contains("caveat wrong"), nair.main());
        nair.photograph("sample");
        assertEquals(List.of(), grave(nair, nair.page.url()));
        nair.page.click("text=All samples");
        assertTrue(nair.page.locator("tbody").innerText().contains("caveat wrong"), nair.main());
        nair.page.click("header button[value=fr]");
        nair.photograph("samples-fr");
        assertEquals(List.of(), grave(nair, nair.page.url()));
        assertEquals(List.of(), nair.complaints);
    }

    @Test
    void aud13_aPurgeIsOrderedAndApprovedOnItsPage() {
        Person petrov = people.signedIn("petrov");
        petrov.open("purges.xhtml");
        petrov.page.fill("#order\\:before", "2010-01-01");
        petrov.page.fill("#order\\:reason", "EXERCISE: too young");
        petrov.press("Order a purge");
        petrov.page.getByText("Only what is older than 10 years").first().waitFor();
        assertEquals(List.of(), grave(petrov, petrov.page.url()));
        petrov.page.fill("#order\\:before", "1999-01-01");
        petrov.page.fill("#order\\:reason", "EXERCISE: retention is over");
        petrov.press("Order a purge");
        petrov.page.getByText("It waits for an auditor.").waitFor();
        Person nair = people.signedIn("nair");
        nair.open("desk.xhtml");
        nair.page.locator("h2 a").getByText("Approve a purge").first().click();
        nair.page.locator(".item input[type=submit]").first().click();
        nair.useSecondFactor();
        if (nair.page.getByText("Erased. The certificate stays.").count() == 0) {
            nair.page.locator(".item input[type=submit]").first().click();
        }
        nair.page.getByText("Erased. The certificate stays.").waitFor();
        assertTrue(nair.main().contains("SHA-256 over the events"), nair.main());
        nair.photograph("purges");
        assertEquals(List.of(), grave(nair, nair.page.url()));
        nair.page.click("header button[value=fr]");
        assertEquals(List.of(), grave(nair, nair.page.url()));
        assertEquals(List.of(), nair.complaints);
    }

    @Test
    void aud10_aCaseIsReportedByAnybodyAndGoesThroughItsStepsOnItsPage() {
        String product = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", word()));
        Person reis = people.signedIn("reis");
        reis.open("product.xhtml?number=" + product);
        reis.page.locator("nav.duties a").getByText("Report a breach").click();
        assertEquals(product, reis.page.inputValue("#report\\:product"));
        reis.photograph("breach-report");
        assertEquals(List.of(), grave(reis, reis.page.url()));
        reis.page.fill("#report\\:what", "EXERCISE: left on a train");
        reis.page.fill("#report\\:weakness", "EXERCISE: no bag that locks");
        reis.page.locator("#report\\:go").click();
        reis.page.waitForURL("**number=BRC-**");
        String number = reis.page.url().replaceAll(".*number=", "");
        assertFalse(reis.main().contains("Contain"), "not the reporter's to do");
        Person petrov = people.signedIn("petrov");
        petrov.open("desk.xhtml");
        petrov.page.locator("h2 a").getByText(number).click();
        for (String step : List.of("Contain", "Investigate", "Assess the damage", "Inform the originator")) {
            petrov.page.fill("#step\\:note", "EXERCISE: " + step);
            petrov.press(step);
            petrov.page.getByText("The step is recorded.").waitFor();
        }
        assertEquals(4, petrov.page.locator(".timeline li").count());
        petrov.press("Declare the product compromised");
        petrov.page.getByText("The releases are suspended.").waitFor();
        assertTrue(petrov.main().contains("UN → AU"), petrov.main());
        petrov.photograph("breach");
        assertEquals(List.of(), grave(petrov, petrov.page.url()));
        petrov.page.click("header button[value=fr]");
        assertTrue(petrov.main().contains("Qui l’a eu"), petrov.main());
        petrov.photograph("breach-fr");
        assertEquals(List.of(), grave(petrov, petrov.page.url()));
        assertEquals(List.of(), petrov.complaints);
        Person mwangi = people.signedIn("mwangi");
        assertEquals(404, mwangi.open("breaches.xhtml?number=" + number).status());
    }

    @Test
    void everyPageFitsATelephoneAndAKeyboard() {
        Person nair = people.onTelephone("nair");
        for (String page : List.of(
                "questions.xhtml",
                "questions.xhtml?number=13",
                "access.xhtml?from=2013-05-01&to=2013-08-31",
                "log.xhtml",
                "samples.xhtml",
                "purges.xhtml",
                "breaches.xhtml")) {
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

    @Test
    void everyPageIsThereInTimeAt256KilobitsASecond() {
        Person nair = people.signedIn("nair");
        nair.open("log.xhtml");
        JsonObject slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 300);
        slow.addProperty("downloadThroughput", 32_000);
        slow.addProperty("uploadThroughput", 32_000);
        nair.page.context().newCDPSession(nair.page).send("Network.emulateNetworkConditions", slow);
        for (String page : List.of(
                "questions.xhtml",
                "questions.xhtml?number=13",
                "audit.xhtml",
                "access.xhtml",
                "log.xhtml",
                "samples.xhtml",
                "purges.xhtml",
                "breaches.xhtml")) {
            long before = System.nanoTime();
            nair.open(page);
            long took = (System.nanoTime() - before) / 1_000_000;
            System.out.println(page + " took " + took + " ms at 256 kbit/s");
            assertTrue(took < 8_000, page + " took " + took + " ms");
        }
    }
}
