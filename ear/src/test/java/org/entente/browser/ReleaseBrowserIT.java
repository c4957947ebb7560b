package org.entente.browser;

import static org.entente.browser.Looks.buttons;
import static org.entente.browser.Looks.fromDesk;
import static org.entente.browser.Looks.look;
import static org.entente.browser.Looks.matter;
import static org.entente.browser.Looks.onDesk;
import static org.entente.browser.Looks.tabTo;
import static org.entente.browser.Looks.tick;
import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.registry;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Releases in front of a browser: from everybody's desk, by the buttons that are theirs and no others. */
class ReleaseBrowserIT {
    private static final String TO_AU = "(UN-C//REL TO UN, AU)";

    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @RegisterExtension
    private final People people = new People();

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    // ---- stories ----

    /** With the keyboard alone, from the desk to the signature. */
    @Test
    void p09_pki15_aFlashIsReviewedFromTheDeskWithoutAMouse() {
        String product = filed(
                analyst,
                filing(
                        "FLASH",
                        "EXERCISE - vehicle bomb",
                        portion("(UN-C//REL TO UN, AU, ECOWAS, EU//ACK REQUIRED)", "EXERCISE. gate three")));
        submitted(analyst, product);
        confirmed(officer, product);
        String release = only(officer, product);
        Person lindgren = english("lindgren");
        onDesk(lindgren, release);
        String due = matter(lindgren, release).innerText();
        assertTrue(due.contains("Review what went by the fast path") && due.contains("[PKI-15]"), due);
        assertTrue(due.contains("It stays with its recipients; from 21 Jul 2013"), due);
        tabTo(lindgren, release);
        lindgren.page.keyboard().press("Enter");
        lindgren.page.waitForURL(url -> url.contains("release.xhtml"));
        assertTrue(lindgren.main().contains("immediate warning"));
        tabTo(lindgren, "Approve");
        lindgren.page.keyboard().press("Enter");
        lindgren.page.getByText("Approved.").waitFor();
        assertTrue(lindgren.main().contains("With its recipients"), lindgren.main());
        assertFalse(buttons(lindgren).contains("Approve"));
        lindgren.open("desk.xhtml");
        assertEquals(0, matter(lindgren, release).count());
    }

    @Test
    void pki13_aRecallTakesItAwayAndTheRegistryCertifies() {
        String product = handedToAu("EXERCISE - wrong place");
        String release = only(officer, product);
        Person baro = english("baro");
        assertEquals(200, baro.open("product.xhtml?number=" + product).status());
        Person lindgren = english("lindgren");
        lindgren.open("release.xhtml?number=" + release);
        lindgren.press("Call it back");
        assertTrue(lindgren.page.locator(".alert").innerText().contains("A reason is needed."), lindgren.main());
        lindgren.page.locator("section[aria-label=Recall] textarea").fill("EXERCISE: wrong place");
        lindgren.press("Call it back");
        assertTrue(lindgren.main().contains("No recipient has it any more."), lindgren.main());
        assertEquals(404, baro.open("product.xhtml?number=" + product).status());

        Person keita = english("keita");
        fromDesk(keita, release, "release");
        assertEquals(List.of("Certify"), buttons(keita));
        keita.page
                .locator("section[aria-label='Certificate of the copy'] textarea")
                .fill("=EXERCISE, shredded before two witnesses");
        keita.press("Certify");
        assertTrue(keita.main().contains("Certified in both books."), keita.main());
        assertEquals(List.of(), buttons(keita));
        keita.open("register.xhtml?direction=IN&year=2013&whole=true");
        assertTrue(keita.page
                .locator("tr", new Page.LocatorOptions().setHasText(product))
                .innerText()
                .contains("two witnesses"));
        String csv = keita.page
                .request()
                .get(org.entente.running.Platform.running().web() + "/register.csv?direction=IN&year=2013")
                .text();
        String line = csv.lines().filter(l -> l.contains(product)).findFirst().orElseThrow();
        assertTrue(line.contains(",\"'=EXERCISE, shredded before two witnesses"), line);
        // the releaser's page says so too
        lindgren.open("release.xhtml?number=" + release);
        assertTrue(lindgren.page.locator(".timeline").innerText().contains("Certificate of the copy"));
    }

    @Test
    void pki08_anAcknowledgementThatDoesNotComeIsOnBothDesks() {
        String product = handedToAu("EXERCISE - late");
        String release = only(officer, product);
        User.clock("2013-07-24T12:00:00Z");
        Person lindgren = english("lindgren");
        onDesk(lindgren, release);
        assertTrue(matter(lindgren, release).innerText().contains("No acknowledgement yet"));
        Person baro = people.signedIn("baro");
        onDesk(baro, release);
        String late = matter(baro, release).innerText();
        assertTrue(late.contains("Accuser réception") && late.contains("Depuis le 23 juil. 2013"), late);
        matter(baro, release).locator("a").click();
        baro.press("Accuser réception");
        assertTrue(baro.main().contains("Réception accusée."), baro.main());
        // what is left to say is what became of it
        assertEquals(1, baro.page.locator(".step").count());
        lindgren.open("desk.xhtml");
        assertEquals(0, matter(lindgren, release).count());
    }

    @Test
    void cls47_aProductShowsWhoHasItAndItsOldMarkStruckThrough() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - wider", portion("(UN-C)", "EXERCISE. x")));
        Person reis = english("reis");
        reis.open("ask-release.xhtml?number=" + product);
        tick(reis, "ECOWAS");
        reis.page.fill("#ask\\:purpose", "EXERCISE: force protection");
        reis.press("Ask");
        String release = reis.page.url().replaceAll(".*number=", "");
        expect(200, step(officer, release, "check", approval()));
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        expect(200, step(registry("UN"), release, "registration", null));
        expect(200, step(registry("ECOWAS"), release, "receipt", null));
        reis.open("product.xhtml?number=" + product);
        assertTrue(reis.page.locator(".labels s").textContent().matches("formerly\\s+UN CONFIDENTIAL"), reis.main());
        assertTrue(reis.page.locator(".labels").innerText().contains("Released further"));
        assertTrue(reis.page.locator(".handed").innerText().contains("ECOWAS since 20 Jul 2013"));
    }

    // ---- every page ----

    @Test
    void noPageOfReleasesHasAGraveFindingAndEachIsLightAndFitsATelephone() {
        String product = handedToAu("EXERCISE - looked at");
        String release = only(officer, product);
        String open = only(
                officer,
                confirmedProduct(filing("INTREP", "EXERCISE - open", portion("(UN-C//ORCON//REL TO UN, AU)", "x"))));
        String question = expect(200, officer.get("/releases/" + open))
                .json()
                .getJsonArray("consents")
                .getJsonObject(0)
                .getString("number");
        List<String> everybody = List.of(
                "desk.xhtml",
                "releases.xhtml",
                "release.xhtml?number=" + release,
                "arrangements.xhtml",
                "delegations.xhtml",
                "forces.xhtml");
        Map<String, List<String>> more = Map.of(
                "lindgren",
                List.of(
                        "release.xhtml?number=" + open,
                        "consents.xhtml",
                        "consents.xhtml?number=" + question,
                        "audience.xhtml?number=" + product,
                        "ask-release.xhtml?number=" + product),
                "castro",
                List.of("register.xhtml?year=2013", "register.xhtml?year=2013&direction=OUT"),
                "haddad",
                List.of(
                        "sanitise.xhtml?number=" + product,
                        "release.xhtml?number=" + open,
                        "product.xhtml?number=" + product),
                "ndiaye",
                List.of("forces.xhtml"));
        List<String> findings = new ArrayList<>();
        for (boolean telephone : List.of(false, true)) {
            for (String name : List.of("lindgren", "castro", "haddad", "ndiaye")) {
                Person person = telephone ? people.onTelephone(name) : people.signedIn(name);
                if (telephone) {
                    person.page.click("header button[value=fr]");
                }
                List<String> pages = new ArrayList<>(more.getOrDefault(name, List.of()));
                if (name.equals("lindgren")) {
                    pages.addAll(everybody);
                }
                pages.forEach(
                        path -> look(person, path, telephone, "releases-" + path.replaceAll("[.?].*", ""), findings));
            }
        }
        assertEquals(List.of(), findings);
        Person mensah = people.signedIn("mensah");
        assertEquals(404, mensah.open("release.xhtml?number=" + open).status());
        assertEquals(403, mensah.open("consents.xhtml").status());
        assertEquals(403, mensah.open("register.xhtml").status());
        assertEquals(403, mensah.open("audience.xhtml?number=" + product).status());
    }

    // ---- words of these stories ----

    private Person english(String name) {
        return people.signedIn(name).inEnglish();
    }

    private String confirmedProduct(JsonObjectBuilder filing) {
        String product = filed(analyst, filing);
        submitted(analyst, product);
        confirmed(officer, product);
        return product;
    }

    private String handedToAu(String title) {
        String product = confirmedProduct(filing("INTREP", title, portion(TO_AU, "EXERCISE. x")));
        String release = only(officer, product);
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        expect(200, step(registry("UN"), release, "registration", null));
        expect(200, step(registry("AU"), release, "receipt", null));
        return product;
    }

    private static String only(User insider, String product) {
        return releases(insider, product).getFirst().getString("number");
    }
}
