package org.entente.browser;

import static org.entente.browser.Looks.buttons;
import static org.entente.browser.Looks.fromDesk;
import static org.entente.browser.Looks.matter;
import static org.entente.browser.Looks.onDesk;
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

import com.microsoft.playwright.Page;
import java.util.List;
import org.entente.running.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A refusal that offers less, in front of a browser: portion by portion, side by side, until the partner reads it. */
class SanitisingBrowserIT {
    @RegisterExtension
    private final People people = new People();

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
        fromDesk(abebe, release, "release");
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
        fromDesk(tadesse, second, "release");
        tadesse.press("Approve");
        Person keita = english("keita");
        fromDesk(keita, second, "release");
        keita.press("Enter as outgoing");
        Person castro = english("castro");
        fromDesk(castro, second, "release");
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

    private static String only(User insider, String product) {
        return releases(insider, product).getFirst().getString("number");
    }
}
