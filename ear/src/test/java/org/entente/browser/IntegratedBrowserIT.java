package org.entente.browser;

import static org.entente.browser.Looks.fromDesk;
import static org.entente.browser.Looks.number;
import static org.entente.browser.Looks.tick;
import static org.entente.running.Offices.releases;
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

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.entente.running.Missions;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What two organisations made together, in front of both their authorities (HND-11). */
class IntegratedBrowserIT {
    private static final String JOINT = "UN CONFIDENTIAL//JOINT UN, AU//REL TO UN, AU, ECOWAS";

    private final String mission = "UNAMID" + word().substring(1, 7).toUpperCase(Locale.ROOT);
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @RegisterExtension
    private final People people = new People();

    @BeforeEach
    void ledByBoth() {
        User.clock(Scenario.SETTLED);
        Missions.integrated(mission);
    }

    @Test
    void hnd11_theLabelSaysWhoseItIsAndBothAuthoritiesLetItGo() {
        String product = published();
        JsonObject release = releases(officer, product).getFirst();
        Person tadesse = english("tadesse");
        tadesse.open("product.xhtml?number=" + product);
        assertTrue(tadesse.main().contains(JOINT), tadesse.main());
        assertEquals(List.of(), Looks.grave(tadesse, "a joint product"));
        String question = expect(200, User.in("RA-AU").get("/releases/" + release.getString("number")))
                .json()
                .getJsonArray("consents")
                .getJsonObject(0)
                .getString("number");
        fromDesk(tadesse, question, "consents");
        assertTrue(tadesse.main().contains("AU → ECOWAS"), tadesse.main());
        tadesse.page.click("#answer\\:grant");
        assertTrue(tadesse.main().contains("You have consented."), tadesse.main());
        Person lindgren = english("lindgren");
        fromDesk(lindgren, release.getString("number"), "release");
        lindgren.press("Approve");
        assertTrue(lindgren.main().contains("Signed; awaiting the registry"), lindgren.main());
    }

    @Test
    void org01_whoIsAskedToLeadAgreesOnThePageWithTheSecondFactor() {
        String code = "V" + word().substring(1, 8).toUpperCase(Locale.ROOT);
        String proposal = expect(
                        201,
                        User.in("RA-AU")
                                .post(
                                        "/missions",
                                        Json.createObjectBuilder()
                                                .add("code", code)
                                                .add("name", "EXERCISE - " + code)
                                                .add("mandate", "EXERCISE")
                                                .add(
                                                        "leads",
                                                        Json.createArrayBuilder()
                                                                .add("UN")
                                                                .add("AU"))))
                .text("number");
        Person reader = english("solberg");
        reader.open("missions.xhtml");
        assertTrue(reader.main().contains(proposal), "whom it names reads it");
        assertEquals(
                0, reader.page.locator("[aria-label='Agree " + proposal + "']").count());
        expect(200, Missions.agree(proposal, "RA-AU"));
        Person lindgren = english("lindgren");
        lindgren.open("desk.xhtml");
        lindgren.page.click("text=" + proposal);
        assertEquals(List.of(), Looks.grave(lindgren, "a proposed mission"));
        String agree = "[aria-label='Agree " + proposal + "']";
        lindgren.page.click(agree);
        lindgren.useSecondFactor();
        lindgren.page.click(agree);
        assertTrue(lindgren.main().contains("You agreed for your organisation."), lindgren.main());
        assertTrue(expect(200, User.in("RA-AU").get("/missions")).body().contains("\"" + code + "\""));
        Person french = people.signedIn("tadesse");
        french.open("missions.xhtml");
        assertFalse(french.main().contains("???"), french.main());
    }

    @Test
    void hnd11_aWeakerLabelWaitsForTheOther() {
        String product = published();
        String weaker = "(UN-U//JOINT UN, AU//REL TO UN, AU, ECOWAS)";
        Person lindgren = english("lindgren");
        lindgren.open("relabel.xhtml?number=" + product);
        mark(lindgren, weaker);
        assertTrue(lindgren.main().contains("[HND-11]"), lindgren.main());
        assertEquals(List.of(), Looks.grave(lindgren, "a joint label that is refused"));

        Person reis = english("reis");
        reis.open("product.xhtml?number=" + product);
        reis.page.click("text=Ask for a weaker mark");
        tick(reis, "Portion 1");
        reis.page.fill("#ask\\:marking", weaker);
        reis.page.fill("#ask\\:purpose", "EXERCISE: for the camps");
        reis.page.click("#ask\\:go");
        assertTrue(reis.main().contains("UN → AU"), reis.main());
        String question = number(reis);

        Person tadesse = people.signedIn("tadesse");
        fromDesk(tadesse, question, "derivations");
        tadesse.page.click("#answer\\:grant");
        lindgren.open("relabel.xhtml?number=" + product);
        mark(lindgren, weaker);
        lindgren.page.fill("#label\\:reason", "EXERCISE: both agree");
        lindgren.press("Change the label");
        assertTrue(lindgren.main().contains("The label is changed."), lindgren.main());
        assertTrue(lindgren.main().contains("UN UNCLASSIFIED//JOINT UN, AU"), lindgren.main());
    }

    private static void mark(Person person, String mark) {
        person.page.fill("#label\\:marks\\:0\\:text", mark);
        person.press("Show the new label");
        person.page.waitForLoadState();
    }

    private String published() {
        String product = filed(
                analyst,
                filing(
                                "INTREP",
                                "EXERCISE - hybrid",
                                portion(
                                        "(UN-C//JOINT UN, AU//REL TO UN, AU, ECOWAS)",
                                        "EXERCISE. The convoy left Nyala."))
                        .add("mission", mission));
        submitted(analyst, product);
        confirmed(officer, product);
        return product;
    }

    private Person english(String name) {
        return people.signedIn(name).inEnglish();
    }
}
