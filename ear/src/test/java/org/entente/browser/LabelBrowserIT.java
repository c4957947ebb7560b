package org.entente.browser;

import static org.entente.browser.Looks.fromDesk;
import static org.entente.browser.Looks.item;
import static org.entente.browser.Looks.look;
import static org.entente.browser.Looks.number;
import static org.entente.browser.Looks.onDesk;
import static org.entente.browser.Looks.tabTo;
import static org.entente.browser.Looks.tick;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of labels, in front of a browser: changed, challenged, reviewed; and the report that no label holds back. */
class LabelBrowserIT {
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
    void cls40_cls47_anOldLabelIsSeenBesideTheNewOneBeforeItIsChangedAndStruckThroughAfterwards() {
        String product = published(
                analyst,
                officer,
                filing(
                        "INTREP",
                        "EXERCISE - downgraded",
                        portion("(UN-SC)", "EXERCISE. first"),
                        portion("(UN-C)", "EXERCISE. second")));
        Person haddad = english("haddad");
        haddad.open("product.xhtml?number=" + product);
        haddad.page.click("text=Change the label");
        type(haddad, "marks:0:text", "(UN-C)");
        haddad.page
                .getByText("Only the release authority makes a label weaker.")
                .waitFor();
        assertEquals(0, haddad.page.locator("#label\\:go").count());

        Person lindgren = english("lindgren");
        lindgren.open("relabel.xhtml?number=" + product);
        assertTrue(lindgren.main().contains("Nothing is changed yet."), lindgren.main());
        assertEquals(2, lindgren.page.locator(".pairs .sides").count());
        type(lindgren, "marks:0:text", "(UN-XX)");
        lindgren.page.locator("#label\\:preview .alert").waitFor();
        type(lindgren, "marks:0:text", "(UN-C)");
        Locator preview = lindgren.page.locator("#label\\:preview");
        preview.getByText("Downgraded").waitFor();
        assertTrue(preview.locator(".banner").innerText().contains("EXERCISE - UN CONFIDENTIAL"), preview.innerText());
        assertTrue(preview.locator("s").innerText().contains("UN STRICTLY CONFIDENTIAL"), preview.innerText());
        assertTrue(lindgren.main().contains("By authority of UN · RA-UN"), lindgren.main());
        type(lindgren, "marking", "UN STRICTLY CONFIDENTIAL");
        preview.getByText("[CLS-31]").waitFor();
        type(lindgren, "marking", "");
        preview.getByText("Downgraded").waitFor();
        lindgren.page.locator("#label\\:go").click();
        assertTrue(lindgren.main().contains("A reason is needed."), lindgren.main());
        lindgren.page.fill("#label\\:reason", "EXERCISE: the source has gone");
        lindgren.page.locator("#label\\:go").click();
        lindgren.useSecondFactor();
        assertEquals("EXERCISE: the source has gone", lindgren.page.inputValue("#label\\:reason"), "nothing is lost");
        lindgren.page.locator("#label\\:go").click();
        assertTrue(lindgren.main().contains("The label is changed."), lindgren.main());
        String labels = lindgren.page.locator(".labels").innerText();
        assertTrue(labels.contains("Downgraded") && labels.contains("by RA-UN · 20 Jul 2013"), labels);
        assertTrue(lindgren.page.locator(".labels s").textContent().contains("UN STRICTLY CONFIDENTIAL"), labels);
        assertEquals(List.of(), lindgren.complaints);
    }

    @Test
    void whatIsTypedBeforeTheScriptHasComeIsNotForgotten() {
        String product = published(
                analyst, officer, filing("INTREP", "EXERCISE - a thin line", portion("(UN-SC)", "EXERCISE. first")));
        Person lindgren = english("lindgren");
        lindgren.page.addInitScript("new MutationObserver(function (changes, observer) {"
                + " var mark = document.getElementById('label:marks:0:text');"
                + " if (mark) { observer.disconnect(); mark.value = '(UN-C)'; } })"
                + ".observe(document, {childList: true, subtree: true});");
        lindgren.open("relabel.xhtml?number=" + product);
        lindgren.page.locator("#label\\:preview").getByText("Downgraded").waitFor();
    }

    /** With the keyboard alone, from the product to the challenge. */
    @Test
    void cls48_aHolderAbroadChallengesALevelAndTheOriginatorAnswersWithoutKnowingWhoItWas() {
        String product =
                published(analyst, officer, filing("INTREP", "EXERCISE - too high", portion(TO_AU, "EXERCISE. x")));
        Person baro = english("baro");
        baro.open("product.xhtml?number=" + product);
        tabTo(baro, "Challenge the level");
        baro.page.keyboard().press("Enter");
        baro.page.waitForURL(url -> url.contains("challenges.xhtml"));
        tabTo(baro, "Challenge");
        baro.press("Challenge");
        assertTrue(baro.page.locator(".alert").innerText().contains("A reason is needed."), baro.main());
        baro.page.locator("#challenge\\:reason").focus();
        baro.page.keyboard().type("EXERCISE: it was in the newspapers");
        tabTo(baro, "Challenge");
        baro.page.keyboard().press("Enter");
        baro.page.getByText("The challenge is with its originator.").waitFor();
        assertTrue(baro.main().contains("18 Sep 2013") && baro.main().contains("17 Nov 2013"), baro.main());
        String challenge = number(baro);
        baro.open("challenges.xhtml?side=MINE");
        assertTrue(item(baro, challenge).innerText().contains("made by you"));

        Person haddad = english("haddad");
        haddad.open("notices.xhtml");
        assertTrue(item(haddad, challenge).innerText().contains("is challenged"), haddad.main());
        fromDesk(haddad, challenge, "challenges");
        assertFalse(
                haddad.page.content().contains("baro") || haddad.page.content().contains("LO-AU"));
        assertTrue(haddad.main().contains("EXERCISE: it was in the newspapers"));
        haddad.page.fill("#answer\\:why", "EXERCISE: not all of it was");
        haddad.press("The label stays");
        assertTrue(haddad.main().contains("Answered: the label stays"), haddad.main());
        assertEquals(0, haddad.page.locator("#answer").count());
        baro.open("notices.xhtml");
        assertTrue(item(baro, challenge).innerText().contains("Your challenge to a level is answered."), baro.main());
        baro.open("challenges.xhtml?number=" + challenge);
        assertTrue(baro.main().contains("EXERCISE: not all of it was"), baro.main());
        Person vermeer = english("vermeer");
        assertEquals(404, vermeer.open("challenges.xhtml?number=" + challenge).status());
    }

    @Test
    void aud12_cls45_aReviewIsDueOnItsDayAndAWorkingPaperAfterHalfAYear() {
        String product =
                published(analyst, officer, filing("INTREP", "EXERCISE - still needed", portion(TO_AU, "EXERCISE. x")));
        Person haddad = english("haddad");
        haddad.open("reviews.xhtml?until=2018-07-19");
        assertEquals(0, item(haddad, product).count());
        haddad.open("reviews.xhtml?until=2018-07-21");
        assertTrue(item(haddad, product).innerText().contains("Is the label still needed?"), haddad.main());
        item(haddad, product).locator("summary").click();
        item(haddad, product).locator("textarea").fill("EXERCISE: the source still works");
        item(haddad, product).locator("input[type=submit]").click();
        assertTrue(haddad.main().contains("The label stays; the next review is in five years."), haddad.main());
        assertTrue(item(haddad, product).innerText().contains("EXERCISE: the source still works"), haddad.main());

        String paper = filed(analyst, filing("INTREP", "EXERCISE - lies about", portion("(UN-C)", "EXERCISE. x")));
        User.clock("2014-01-16T12:05:00Z");
        Person reis = english("reis");
        onDesk(reis, paper);
        assertTrue(Looks.matter(reis, paper).innerText().contains("[CLS-45]"));
        Looks.matter(reis, paper).locator("a").first().click();
        assertTrue(reis.main().contains("Edit"), reis.main());
        haddad.open("reviews.xhtml");
        assertTrue(item(haddad, paper).innerText().contains("Overdue"), haddad.main());
        User.clock("2018-07-20T12:05:00Z");
        haddad.open("desk.xhtml");
        assertEquals(
                0, item(haddad, "Labels to review").locator("a[href*=desk]").count());
    }

    @Test
    void pki12_whatWasReadIsReportedToTheOfficeThatTakesItUp() {
        String source = "herder " + word() + " of the western well";
        String product = published(
                analyst,
                officer,
                filing(
                        "INTREP",
                        "EXERCISE - violations",
                        portion("(UN-C//REL TO UN, AU)", "A village was burnt."),
                        portion("(UN-C//ORCON/SOURCE)", "Told by " + source + ".")));
        Person haddad = english("haddad");
        haddad.open("product.xhtml?number=" + product);
        haddad.page.click("text=Report to the human rights office");
        haddad.press("Send");
        assertTrue(haddad.page.locator(".alert").innerText().contains("[PKI-12]"), haddad.main());
        haddad.page.selectOption("#refer\\:matter", "HUMAN_RIGHTS");
        haddad.page.fill("#refer\\:text", "A village was burnt, says " + source + ".");
        haddad.press("Send");
        assertTrue(haddad.page.locator(".alert").innerText().contains("[SOURCE]"), haddad.main());
        haddad.page.fill("#refer\\:text", "a village was burnt near the well.");
        haddad.press("Send");
        assertTrue(haddad.main().contains("Sent to the human rights office."), haddad.main());
        String referral = number(haddad);

        Person ndiaye = english("ndiaye");
        ndiaye.open("notices.xhtml");
        assertTrue(item(ndiaye, referral).innerText().contains("has come to your office"), ndiaye.main());
        fromDesk(ndiaye, referral, "referrals");
        assertTrue(ndiaye.main().contains("a village was burnt near the well."));
        assertFalse(ndiaye.page.content().contains(product), "a referral names no product");
        ndiaye.press("Take up " + referral);
        assertTrue(ndiaye.main().contains("Taken up."), ndiaye.main());
        ndiaye.open("desk.xhtml");
        assertEquals(0, Looks.matter(ndiaye, referral).count());
        Person reis = english("reis");
        assertEquals(404, reis.open("referrals.xhtml?number=" + referral).status());
    }

    @Test
    void cls44_aWeakerMarkIsAskedForOnThePagesAndItsDraftIsKeptOnceItIsGranted() {
        String source =
                published(analyst, officer, filing("INTREP", "EXERCISE - drawn on", portion(TO_AU, "EXERCISE. x")));
        Person baro = english("baro");
        baro.open("product.xhtml?number=" + source);
        baro.page.click("text=Ask for a weaker mark");
        baro.press("Ask");
        assertTrue(baro.page.locator(".alert").innerText().contains("[CLS-43]"), baro.main());
        tick(baro, "Portion 1 .*");
        baro.page.fill("#ask\\:marking", "(AU-R//REL TO AU, UN)");
        baro.page.fill("#ask\\:purpose", "EXERCISE: for the patrols");
        baro.press("Ask");
        assertTrue(baro.main().contains("The question is with the originator."), baro.main());
        String question = number(baro);
        Person lindgren = english("lindgren");
        fromDesk(lindgren, question, "derivations");
        lindgren.page.locator("#answer\\:grant").click();
        assertTrue(lindgren.main().contains("You have consented."), lindgren.main());
        expect(
                201,
                User.in("LO-AU")
                        .post(
                                "/products",
                                filing(
                                        "INTREP",
                                        "EXERCISE - for the patrols",
                                        jakarta.json.Json.createObjectBuilder(
                                                        portion("(AU-R//REL TO AU, UN)", "EXERCISE. drawn"))
                                                .add(
                                                        "sources",
                                                        jakarta.json.Json.createArrayBuilder()
                                                                .add(source + "#1"))
                                                .build())));
    }

    @Test
    void noPageOfLabelsHasAGraveFindingAndEachIsLightAndFitsATelephone() {
        String product =
                published(analyst, officer, filing("INTREP", "EXERCISE - looked at", portion(TO_AU, "EXERCISE. x")));
        String challenge = expect(
                        201,
                        User.in("LO-AU")
                                .post(
                                        "/challenges",
                                        because("EXERCISE: too high").add("product", product)))
                .text("number");
        String question = expect(
                        201,
                        User.in("LO-AU")
                                .post(
                                        "/derivations",
                                        jakarta.json.Json.createObjectBuilder()
                                                .add("source", product)
                                                .add(
                                                        "paragraphs",
                                                        jakarta.json.Json.createArrayBuilder()
                                                                .add("1"))
                                                .add("marking", "(AU-R)")
                                                .add("purpose", "EXERCISE: looks")))
                .array()
                .getJsonObject(0)
                .getString("number");
        Map<String, List<String>> pages = Map.of(
                "lindgren",
                List.of(
                        "product.xhtml?number=" + product,
                        "relabel.xhtml?number=" + product,
                        "challenges.xhtml",
                        "challenges.xhtml?number=" + challenge,
                        "reviews.xhtml?until=2018-08-01",
                        "derivations.xhtml?number=" + question,
                        "derivations.xhtml",
                        "break-glass.xhtml?number=" + product,
                        "desk.xhtml"),
                "reis",
                List.of(
                        "challenges.xhtml?product=" + product,
                        "derivations.xhtml?source=" + product,
                        "referrals.xhtml?product=" + product),
                "ndiaye",
                List.of("referrals.xhtml"));
        List<String> findings = new ArrayList<>();
        for (boolean telephone : List.of(false, true)) {
            pages.forEach((name, paths) -> {
                Person person = telephone ? people.onTelephone(name) : people.signedIn(name);
                person.page.click("header button[value=" + (telephone ? "fr" : "en") + "]");
                paths.forEach(p -> look(
                        person,
                        p,
                        telephone,
                        "labels-" + p.replaceAll("\\.xhtml\\??", "-").replaceAll("=.*", ""),
                        findings));
            });
        }
        assertEquals(List.of(), findings);
    }

    private Person english(String name) {
        return people.signedIn(name).inEnglish();
    }

    private static void type(Person person, String field, String text) {
        Locator input = person.page.locator("[id='label:" + field + "']");
        input.fill(text);
        input.blur();
    }
}
