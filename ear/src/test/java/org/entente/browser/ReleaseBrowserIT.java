package org.entente.browser;

import static org.entente.browser.Looks.item;
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
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
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

    @Test
    void p02_aRefusalWithAnAlternativeLeadsToASanitisedVersionThatThePartnerReads() {
        User.clock("2013-06-25T08:00:00Z");
        String secret = word();
        String parent = filed(
                User.in("AN-AU"),
                filing(
                                "INTREP",
                                "EXERCISE - arms cache",
                                portion("(AU-S//ORCON)", "EXERCISE. A cache lies near the well."),
                                portion("(AU-S//ORCON)", "EXERCISE. Two guards by night."),
                                portion("(AU-S//ORCON/SOURCE)", "EXERCISE. The report comes from " + secret + "."))
                        .add("mission", "AFISMA"));
        submitted(User.in("AN-AU"), parent);
        confirmed(User.in("CO-AU"), parent);

        Person sow = wearing("sow", "AN-AU");
        sow.open("product.xhtml?number=" + parent);
        sow.page.click("text=Ask for a release");
        sow.press("Ask");
        assertTrue(sow.page.locator(".alert").innerText().contains("Recipients"), sow.main());
        assertTrue(sow.page.locator(".alert").innerText().contains("Purpose"), sow.main());
        tick(sow, "UN");
        sow.page.fill("#ask\\:purpose", "EXERCISE: force protection");
        sow.press("Ask");
        assertTrue(sow.main().contains("The release is asked for."), sow.main());
        assertTrue(sow.main().contains("Awaiting the check"));
        String release = sow.page.url().replaceAll(".*number=", "");
        // whoever asked has no button but the one to take it back
        assertEquals(List.of("Cancel the request"), buttons(sow));

        Person abebe = english("abebe");
        fromDesk(abebe, release);
        assertEquals(List.of("Approve", "Refuse", "Send back"), buttons(abebe).subList(0, 3));
        abebe.press("Approve");
        assertTrue(abebe.main().contains("Awaiting the originators’ consent"), abebe.main());
        String hindrances = abebe.page.locator(".hindrances").innerText();
        for (String rule : List.of("CAV-05", "ORCON", "SOURCE")) {
            assertTrue(hindrances.contains("[" + rule + "]"), hindrances);
        }

        Person tadesse = english("tadesse");
        String question = consent(tadesse, release);
        assertTrue(tadesse.main().contains("A cache lies near the well."), tadesse.main());
        tick(tadesse, "Portion 1");
        tick(tadesse, "Portion 2");
        tadesse.press("Refuse consent");
        assertTrue(tadesse.page.locator(".alert").innerText().contains("A reason is needed."));
        tadesse.page.fill("#answer\\:reason", "EXERCISE: the source would be known");
        tadesse.press("Refuse consent");
        assertTrue(tadesse.main().contains("You have refused."), tadesse.main());
        assertFalse(question.isEmpty());

        sow.open("release.xhtml?number=" + release);
        assertTrue(sow.main().contains("These may go instead, as a sanitised version: 1, 2"), sow.main());
        assertTrue(sow.page.locator(".timeline").innerText().contains("Consent refused"));
        String version = sanitised(sow, parent);

        abebe.open("queue.xhtml");
        abebe.page.click("text=" + version);
        assertEquals(List.of("Same words, other mark", "Same words, other mark", "Taken out"), fates(abebe));
        abebe.photograph("releases-sides");
        assertEquals(
                2,
                abebe.page
                        .locator("section .banner", new Page.LocatorOptions().setHasText("AU SECRET//ORCON"))
                        .count());
        abebe.page.selectOption("#publish\\:damage", "OPERATIONS");
        abebe.press("Confirm the marking and publish");
        assertTrue(abebe.main().contains("Published."), abebe.main());
        assertTrue(abebe.main().contains("Sanitised version of " + parent));

        String second = only(User.in("CO-AU"), version);
        consent(tadesse, second);
        tadesse.page.click("#answer\\:grant");
        assertTrue(tadesse.main().contains("You have consented."), tadesse.main());
        fromDesk(tadesse, second);
        tadesse.press("Approve");
        Person keita = english("keita");
        fromDesk(keita, second);
        keita.press("Enter as outgoing");
        Person castro = english("castro");
        fromDesk(castro, second);
        castro.press("Enter as incoming");
        assertTrue(castro.main().contains("Your organisation has it."), castro.main());

        Person solberg = english("solberg");
        solberg.open("product.xhtml?number=" + version);
        assertTrue(
                solberg.page.locator(".banner").first().innerText().contains("AU CONFIDENTIAL//ORCON//REL TO AU, UN"));
        assertTrue(solberg.main().contains("Two guards by night."));
        assertFalse(solberg.page.content().contains(secret));
        assertFalse(solberg.page.content().contains(parent));
        assertEquals(404, solberg.open("product.xhtml?number=" + parent).status());
        for (Person person : List.of(sow, abebe, tadesse, keita, castro, solberg)) {
            assertEquals(List.of(), person.complaints);
        }
    }

    @Test
    void p13_cav04_aLabelWiderThanTheArrangementsIsWarnedOfWhileItIsTyped() {
        Person vermeer = english("vermeer");
        vermeer.open("draft.xhtml");
        vermeer.page.selectOption("#draft\\:type", "SITREP");
        vermeer.page.fill("#draft\\:mission", "EUTM");
        vermeer.page.fill("#draft\\:title", "EXERCISE - training calendar");
        vermeer.page.fill("#draft\\:portions\\:0\\:marking", "(R-UE/EU-R//REL TO EU, AU, ECOWAS, UN)");
        vermeer.page.locator("#draft\\:portions\\:0\\:marking").blur();
        Locator warning = vermeer.page.locator("#draft\\:preview .warning");
        warning.waitFor();
        assertTrue(warning.innerText().contains("ECOWAS"), warning.innerText());
        assertTrue(warning.innerText().contains("[CAV-04]"), warning.innerText());
        assertFalse(warning.innerText().contains("UN:"), warning.innerText());
        vermeer.page.fill("#draft\\:portions\\:0\\:text", "EXERCISE. Week 30.");
        vermeer.page.selectOption("#draft\\:portions\\:0\\:reliability", "B");
        vermeer.page.selectOption("#draft\\:portions\\:0\\:credibility", "2");
        vermeer.press("Save the draft");
        assertTrue(vermeer.page.locator(".warning").innerText().contains("[CAV-04]"), vermeer.main());
        vermeer.press("Submit for review");
        String number = vermeer.page.url().replaceAll(".*number=", "");

        Person koskinen = english("koskinen");
        koskinen.open("product.xhtml?number=" + number);
        assertTrue(koskinen.page.locator(".warning").innerText().contains("ECOWAS"));
        koskinen.page.click("text=Who will see it");
        String audience = koskinen.main();
        assertTrue(audience.contains("ECOWAS · nobody will see it"), audience);
        assertTrue(audience.contains("A release to it would be hindered:"), audience);
        assertTrue(audience.contains("Nothing stands in the way of a release to it."), audience);
        assertEquals(List.of(), vermeer.complaints);
    }

    @Test
    void cav04_anArrangementIsProposedAgreedSuspendedAndEndedOnThePages() {
        Person moreau = english("moreau");
        moreau.open("arrangements.xhtml");
        moreau.press("Propose an arrangement");
        assertTrue(moreau.page.locator(".alert").innerText().contains("Basis"), moreau.main());
        String basis = "EXERCISE: letters " + word();
        moreau.page.selectOption("#propose\\:receiver", "ECOWAS");
        moreau.page.selectOption("#propose\\:cap", "R-UE/EU-R");
        moreau.page.fill("#propose\\:mission", "EUTM");
        moreau.page.fill("#propose\\:basis", basis);
        moreau.page.locator("#propose\\:go").click();
        assertTrue(moreau.main().contains("Proposed. It is in force once the receiver agrees."), moreau.main());
        assertEquals(0, item(moreau, basis).getByText("Agree to").count());
        Person diallo = english("diallo");
        diallo.open("arrangements.xhtml");
        item(diallo, basis).locator("input[value^='Agree to']").click();
        assertTrue(item(diallo, basis).innerText().contains("In force"));
        moreau.open("arrangements.xhtml");
        change(moreau, basis, "Suspend", "EXERCISE: a leak");
        assertTrue(item(moreau, basis).innerText().contains("Suspended"));
        change(moreau, basis, "Resume", "EXERCISE: mended");
        diallo.open("arrangements.xhtml");
        change(diallo, basis, "End", "EXERCISE: over");
        assertTrue(item(diallo, basis).innerText().contains("Ended"));
    }

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
        fromDesk(keita, release);
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
    void pki10_aDelegateFindsItOnTheirDeskAndSignsUnderTheDelegation() {
        Person lindgren = english("lindgren");
        lindgren.open("delegations.xhtml");
        lindgren.page.fill("#delegate\\:hat", "LO-UN");
        lindgren.page.selectOption("#delegate\\:ceiling", "UN-C");
        lindgren.page.locator("#delegate\\:go").click();
        assertTrue(lindgren.page.locator(".alert").innerText().contains("[PKI-10]"), lindgren.main());
        lindgren.page.fill("#delegate\\:hat", "DUTY-UN");
        tick(lindgren, "Intelligence report");
        lindgren.page.locator("#delegate\\:go").click();
        assertTrue(lindgren.main().contains("Delegated."), lindgren.main());
        Locator given = lindgren.page.locator(".products .item").first();
        String delegation = given.locator(".title").innerText();
        String product = confirmedProduct(filing("INTREP", "EXERCISE - delegated", portion(TO_AU, "EXERCISE. x")));
        Person costa = english("costa");
        fromDesk(costa, only(officer, product));
        costa.press("Approve");
        assertTrue(costa.page.locator(".timeline").innerText().contains("under delegation " + delegation));
        lindgren.open("delegations.xhtml");
        given = item(lindgren, delegation);
        given.locator("summary").click();
        given.getByLabel("Reason").fill("EXERCISE: over");
        given.locator("input[type=submit]").click();
        assertTrue(item(lindgren, delegation).innerText().contains("Not in force"), lindgren.main());
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

    private Person wearing(String name, String hat) {
        Person person = people.signedIn(name);
        if (person.page.url().endsWith("/hat.xhtml")) {
            person.page.click("main button[value=" + hat + "]");
        }
        return person.inEnglish();
    }

    private static void fromDesk(Person person, String release) {
        onDesk(person, release);
        matter(person, release).locator("a").first().click();
        person.page.waitForURL(url -> url.contains("release.xhtml"));
    }

    /** From the desk to the question of a release that is put to this person's organisation. */
    private static String consent(Person person, String release) {
        person.open("release.xhtml?number=" + release);
        person.page.locator("section a.button").first().click();
        String question = person.page.url().replaceAll(".*number=", "");
        onDesk(person, question);
        assertTrue(matter(person, question).innerText().contains("your silence becomes refusal"), person.main());
        matter(person, question).locator("a").click();
        return question;
    }

    private static String sanitised(Person sow, String parent) {
        sow.open("product.xhtml?number=" + parent);
        sow.page.click("text=Ask for a sanitised version");
        assertEquals(List.of("Goes out", "Goes out", "Withheld from you, and taken out"), fates(sow));
        tick(sow, "UN");
        sow.page.getByText("(AU-S//ORCON//REL TO AU, UN)").first().waitFor();
        assertTrue(sow.page.locator(".preview .banner").innerText().contains("AU SECRET//ORCON//REL TO AU, UN"));
        assertTrue(sow.page.locator(".preview .warning").innerText().contains("[CAV-05]"));
        sow.page.fill("#ask\\:purpose", "EXERCISE: what AU lets go");
        sow.press("Make the sanitised version");
        assertTrue(sow.main().contains("The sanitised version is a draft of yours now."), sow.main());
        String version = sow.page.url().replaceAll(".*number=", "");
        assertEquals(
                List.of("Same words, other mark", "Same words, other mark", "Withheld from you, and taken out"),
                fates(sow));
        sow.page.click("text=Edit");
        for (int i = 0; i < 2; i++) {
            sow.page.fill("#draft\\:portions\\:" + i + "\\:marking", "(AU-C//ORCON//REL TO AU, UN)");
        }
        sow.page.fill("#draft\\:title", "EXERCISE - arms cache, sanitised");
        sow.press("Save the draft");
        sow.press("Submit for review");
        return version;
    }

    private static List<String> fates(Person person) {
        return person.page.locator(".pairs .fate").allInnerTexts();
    }

    private static List<String> buttons(Person person) {
        return person.page.locator("main .step input[type=submit]").all().stream()
                .map(b -> b.getAttribute("value"))
                .toList();
    }

    private static void change(Person person, String which, String button, String why) {
        Locator item = item(person, which);
        item.locator("summary").click();
        item.getByLabel("Reason").fill(why);
        item.locator("input[value='" + button + "']").click();
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
