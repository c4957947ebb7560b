package org.entente.browser;

import static org.entente.browser.Looks.fromDesk;
import static org.entente.browser.Looks.item;
import static org.entente.browser.Looks.number;
import static org.entente.browser.Looks.onDesk;
import static org.entente.browser.Looks.tick;
import static org.entente.running.Offices.releases;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where lives and rights hang on a release, in front of a browser: a broken glass, due diligence, a third party's paragraph. */
class EmergencyBrowserIT {
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");
    private boolean reviewed;

    @RegisterExtension
    private final People people = new People();

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @AfterEach
    void theForceIsReviewedAsBefore() {
        if (reviewed) {
            expect(200, review("MEDIUM", "EXERCISE: joint monitoring"));
            Tables.restoreExercise();
        }
    }

    @Test
    void p05_cls41_withoutTheThirdPartysParagraphItGoesToEverybodyAsAProductOfItsOwn() {
        Person reis = english("reis");
        reis.open("product.xhtml?number=P05");
        reis.page.click("text=Ask for a sanitised version");
        for (String partner : List.of("AU", "ECOWAS", "EU")) {
            tick(reis, partner);
        }
        reis.page.getByLabel("Portion 4").uncheck();
        Locator banner = reis.page.locator(".preview .banner");
        banner.getByText("UN CONFIDENTIAL//REL TO").waitFor();
        String label = banner.innerText();
        assertTrue(label.contains("UN CONFIDENTIAL//REL TO UN, AU, ECOWAS, EU//NOT RELEASABLE TO MLI"), label);
        assertFalse(label.contains("FRA"), label);
        reis.page.fill("#ask\\:purpose", "EXERCISE: force protection on both airfields");
        reis.press("Make the sanitised version");
        assertTrue(reis.main().contains("The sanitised version is a draft of yours now."), reis.main());
        String version = number(reis);
        assertEquals("Taken out", reis.page.locator(".pairs .fate").last().innerText());
        reis.press("Submit for review");

        Person haddad = english("haddad");
        haddad.open("product.xhtml?number=" + version);
        haddad.page.selectOption("#publish\\:damage", "OPERATIONS");
        haddad.press("Confirm the marking and publish");
        assertTrue(haddad.main().contains("Published."), haddad.main());
        String release = releases(officer, version).getFirst().getString("number");
        Person lindgren = english("lindgren");
        fromDesk(lindgren, release, "release");
        lindgren.press("Approve");
        Person castro = english("castro");
        fromDesk(castro, release, "release");
        castro.press("Enter as outgoing");
        for (String registrar : List.of("keita", "bah", "lindqvist")) {
            Person person = english(registrar);
            fromDesk(person, release, "release");
            person.press("Enter as incoming");
            assertTrue(person.main().contains("Your organisation has it."), person.main());
        }
        Person mensah = english("mensah");
        assertEquals(200, mensah.open("product.xhtml?number=" + version).status());
        assertTrue(mensah.main().contains("Fuel storage at Timbuktu"), mensah.main());
        assertFalse(mensah.page.content().contains("launch crew"), "the third party's paragraph stays");
        assertFalse(mensah.page.content().contains("P05"), "the parent is not told");
        assertEquals(404, mensah.open("product.xhtml?number=P05").status());
        lindgren.open("release.xhtml?number=" + release);
        assertTrue(lindgren.main().contains("With its recipients"), lindgren.main());
    }

    @Test
    void cav12_theGlassIsBrokenFromTheProductAndTheOriginatorReadsEveryWordOfIt() {
        User author = User.in("LO-AU");
        String kept = word();
        String product = published(
                author,
                User.in("CO-AU"),
                filing(
                                "INTREP",
                                "EXERCISE - a life",
                                portion("(AU-C//REL TO AU, UN)", "EXERCISE. The convoy is the target, " + kept + "."),
                                portion("(AU-C//REL TO AU, UN)", "EXERCISE. Other matters."))
                        .add("mission", "MINUSMA"));
        Person lindgren = english("lindgren");
        lindgren.open("product.xhtml?number=" + product);
        lindgren.page.click("text=Break the glass");
        String told = lindgren.page.locator("section.warning").innerText();
        assertTrue(told.contains("What the originator is told (AU)") && told.contains("72"), told);
        lindgren.press("Break the glass and let it go");
        String alert = lindgren.page.locator(".alert").first().innerText();
        assertTrue(alert.contains("[CAV-12]"), alert);
        assertEquals(List.of(), Looks.grave(lindgren, "a refused emergency"));
        tick(lindgren, "Portion 1 .*");
        tick(lindgren, "EU · LO-EU.*");
        lindgren.page.fill("#glass\\:threat", "EXERCISE: a car bomb at the gate");
        lindgren.page.fill("#glass\\:reason", "EXERCISE: within the hour");
        lindgren.page.fill("#glass\\:briefing", "EXERCISE: for the guard alone");
        lindgren.page.fill("#glass\\:hours", "100");
        lindgren.press("Break the glass and let it go");
        assertTrue(lindgren.page.locator("#glass\\:hoursError").innerText().contains("72 hours"), lindgren.main());
        lindgren.page.fill("#glass\\:hours", "12");
        lindgren.press("Break the glass and let it go");
        assertTrue(lindgren.main().contains("The originator has been told, and you owe a report."), lindgren.main());
        assertTrue(lindgren.main().contains("23 Jul 2013"), lindgren.main());
        String release = number(lindgren);

        Person abebe = english("abebe");
        abebe.open("notices.xhtml");
        assertEquals(1, item(abebe, release).count());
        abebe.open("release.xhtml?number=" + release);
        for (String said : List.of("a car bomb at the gate", "within the hour", "for the guard alone")) {
            assertTrue(abebe.main().contains(said), abebe.main());
        }
        Person vermeer = english("vermeer");
        String extract =
                expect(200, User.in("RA-UN").get("/releases/" + release)).text("product");
        assertEquals(200, vermeer.open("product.xhtml?number=" + extract).status());
        assertTrue(vermeer.main().contains(kept) && !vermeer.main().contains("Other matters"), vermeer.main());

        onDesk(lindgren, release);
        fromDesk(lindgren, release, "release");
        lindgren.page
                .locator("section[aria-label='Report of the emergency'] textarea")
                .fill("EXERCISE: what, who, how, why, safeguards");
        lindgren.page
                .locator("section[aria-label='Report of the emergency'] input[type=submit]")
                .click();
        assertTrue(lindgren.main().contains("Reported."), lindgren.main());
        assertEquals(List.of(), lindgren.complaints);
        // where EYES ONLY holds against everything, nothing is offered
        String named =
                filed(analyst, filing("INTREP", "x", portion("(UN-SC//EYES ONLY UN-COS, JMAC-ANALYST, C-JMAC)", "x")));
        submitted(analyst, named);
        confirmed(officer, named);
        lindgren.open("break-glass.xhtml?number=" + named);
        assertTrue(lindgren.main().contains("Nothing of this product can go this way."), lindgren.main());
        assertEquals(0, lindgren.page.locator("#glass").count());
        Person haddad = english("haddad");
        assertEquals(403, haddad.open("break-glass.xhtml?number=" + product).status());
    }

    @Test
    void pki11_highRiskWithoutMitigationBlocksAndALaterFlagTakesEverythingBack() {
        reviewed = true;
        Person ndiaye = english("ndiaye");
        assess(ndiaye, "HIGH", "");
        assertTrue(ndiaye.main().contains("The review is recorded."), ndiaye.main());
        String product =
                filed(analyst, filing("INTREP", "EXERCISE - at risk", portion("(UN-C//REL TO UN, AU)", "EXERCISE. x")));
        submitted(analyst, product);
        confirmed(officer, product);
        String release = releases(officer, product).getFirst().getString("number");
        fromDesk(ndiaye, release, "release");
        assertTrue(ndiaye.page.locator(".hindrances").innerText().contains("[PKI-11]"), ndiaye.main());
        ndiaye.press("Approve");
        assertTrue(ndiaye.page.locator(".alert").innerText().contains("[PKI-11]"), ndiaye.main());
        assertEquals(List.of(), Looks.grave(ndiaye, "a blocked release"));
        assess(ndiaye, "HIGH", "EXERCISE: embedded monitors");
        fromDesk(ndiaye, release, "release");
        ndiaye.press("Approve");
        assertTrue(ndiaye.main().contains("Approved."), ndiaye.main());
        org.entente.running.Offices.handOver(officer, product);
        Person baro = english("baro");
        assertEquals(200, baro.open("product.xhtml?number=" + product).status());

        ndiaye.open("forces.xhtml");
        ndiaye.page.locator("summary").click();
        ndiaye.page.selectOption("#flag\\:force", "AFISMA-TROOPS");
        ndiaye.page.fill("#flag\\:reason", "EXERCISE: grave violations reported");
        ndiaye.page.locator("#flag\\:go").click();
        assertTrue(ndiaye.main().contains("Releases to that partner are suspended."), ndiaye.main());
        assertEquals(404, baro.open("product.xhtml?number=" + product).status());
        Person lindgren = english("lindgren");
        lindgren.open("release.xhtml?number=" + release);
        assertTrue(lindgren.main().contains("[PKI-11]"), lindgren.main());
    }

    /** What was barred for a while would be so again for stories whose clock is set back to it. */
    @AfterEach
    void unbarred() {
        Tables.unbarred();
    }

    private static void assess(Person person, String risk, String mitigation) {
        person.open("forces.xhtml");
        person.page.selectOption("#review\\:force", "AFISMA-TROOPS");
        person.page.selectOption("#review\\:risk", risk);
        person.page.fill("#review\\:mitigation", mitigation);
        person.page.locator("#review\\:go").click();
    }

    private static org.entente.running.Answer review(String risk, String mitigation) {
        return User.in("HRO-UN")
                .post(
                        "/forces/AFISMA-TROOPS/reviews",
                        jakarta.json.Json.createObjectBuilder()
                                .add("risk", risk)
                                .add("from", "2013-01-01T00:00:00Z")
                                .add("mitigation", mitigation));
    }

    private Person english(String name) {
        return people.signedIn(name).inEnglish();
    }
}
