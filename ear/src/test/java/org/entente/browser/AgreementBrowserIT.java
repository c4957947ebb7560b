package org.entente.browser;

import static org.entente.browser.Looks.fromDesk;
import static org.entente.browser.Looks.item;
import static org.entente.browser.Looks.tick;
import static org.entente.running.Offices.releases;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What releases rest on, in front of a browser: arrangements, where a label promises more than they allow, delegations. */
class AgreementBrowserIT {
    private static final String TO_AU = "(UN-C//REL TO UN, AU)";

    private final User analyst = User.in("AN-UN");

    private final User officer = User.in("CO-UN");

    @RegisterExtension
    private final People people = new People();

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void p13_cav04_aLabelWiderThanTheArrangementsIsWarnedOfWhileItIsTyped() {
        // two days on, whatever other stories have agreed for a while is over
        User.clock("2013-07-22T12:00:00Z");
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
        assertTrue(item(diallo, basis).innerText().contains("as a digest"), diallo.main());
        item(diallo, basis).locator("input[value^='Agree to']").click();
        diallo.useSecondFactor();
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

    @Test
    void cav04_whatWasAgreedOnPaperIsEnteredByOnePersonAndConfirmedByAnotherOnThePages() {
        Person haddad = english("haddad");
        haddad.open("arrangements.xhtml");
        String basis = "EXERCISE: note verbale " + word();
        haddad.page.selectOption("#propose\\:receiver", "MLI");
        haddad.page.selectOption("#propose\\:cap", "UN-C");
        haddad.page.fill("#propose\\:mission", "MINUSMA");
        haddad.page.fill("#propose\\:approver", "UN-COS");
        haddad.page.getByLabel("ORCON").check();
        haddad.page.fill("#propose\\:basis", basis);
        haddad.page.locator("#propose\\:enter").click();
        assertTrue(haddad.page.locator(".alert").innerText().contains("written.date"), haddad.main());
        haddad.page.fill("#propose\\:reference", "EXERCISE 12/13");
        haddad.page.fill("#propose\\:date", "2013-07-01");
        haddad.page.locator("#propose\\:enter").click();
        assertTrue(haddad.main().contains("It is in force once another person confirms it."), haddad.main());
        assertEquals(0, item(haddad, basis).locator("input[value^='Confirm']").count());
        Person lindgren = english("lindgren");
        lindgren.open("arrangements.xhtml");
        String shown = item(lindgren, basis).innerText();
        for (String said : List.of("Proposed", "EXERCISE 12/13", "ORCON", "UN-COS", "as a digest")) {
            assertTrue(shown.contains(said), shown);
        }
        item(lindgren, basis).locator("input[value^='Confirm']").click();
        lindgren.useSecondFactor();
        item(lindgren, basis).locator("input[value^='Confirm']").click();
        assertTrue(item(lindgren, basis).innerText().contains("In force"), lindgren.main());
        change(lindgren, basis, "End", "EXERCISE: over");
        assertTrue(item(lindgren, basis).innerText().contains("Ended"));
        assertEquals(List.of(), lindgren.complaints);
    }

    @Test
    void pki10_aDelegateFindsItOnTheirDeskAndSignsUnderTheDelegation() {
        Person lindgren = english("lindgren");
        lindgren.open("delegations.xhtml");
        lindgren.page.fill("#delegate\\:hat", "LO-UN");
        lindgren.page.selectOption("#delegate\\:ceiling", "UN-C");
        lindgren.page.locator("#delegate\\:go").click();
        lindgren.useSecondFactor();
        assertEquals("LO-UN", lindgren.page.inputValue("#delegate\\:hat"), "nothing that was typed is lost");
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
        fromDesk(costa, only(officer, product), "release");
        costa.press("Approve");
        assertTrue(costa.page.locator(".timeline").innerText().contains("under delegation " + delegation));
        lindgren.open("delegations.xhtml");
        given = item(lindgren, delegation);
        given.locator("summary").click();
        given.getByLabel("Reason").fill("EXERCISE: over");
        given.locator("input[type=submit]").click();
        assertTrue(item(lindgren, delegation).innerText().contains("Not in force"), lindgren.main());
    }

    private Person english(String name) {
        return people.signedIn(name).inEnglish();
    }

    private static void change(Person person, String which, String button, String why) {
        Locator item = item(person, which);
        item.locator("summary").click();
        item.getByLabel("Reason").fill(why);
        item.locator("input[value='" + button + "']").click();
    }

    private static String only(User insider, String product) {
        return releases(insider, product).getFirst().getString("number");
    }

    private String confirmedProduct(JsonObjectBuilder filing) {
        String product = filed(analyst, filing);
        submitted(analyst, product);
        confirmed(officer, product);
        return product;
    }
}
