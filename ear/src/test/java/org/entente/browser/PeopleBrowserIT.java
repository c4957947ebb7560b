package org.entente.browser;

import static org.entente.browser.Looks.grave;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator, a security officer and what they do to people, on pages. */
class PeopleBrowserIT {
    @RegisterExtension
    final People people = new People();

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void org02_aHatIsProposedOnOnePageAndConfirmedOnAnother() {
        String hat = "AN-UN-" + ThreadLocalRandom.current().nextInt(100_000, 999_999);
        Person sato = people.signedIn("sato").inEnglish();
        sato.open("people.xhtml");
        sato.photograph("people");
        assertEquals(List.of(), grave(sato, sato.page.url()));
        sato.page.getByText("Propose a hat or a person").click();
        sato.page.fill("#appointing\\:person", "reis");
        sato.page.fill("#appointing\\:hat", "an un");
        sato.page.selectOption("#appointing\\:mission", "MINUSMA");
        sato.page.locator("#appointing\\:go").click();
        assertTrue(sato.page.locator(".alert").innerText().contains("ORG-01"), sato.main());
        assertEquals("reis", sato.page.inputValue("#appointing\\:person"), "nothing typed is lost");
        sato.page.fill("#appointing\\:hat", hat);
        Looks.tick(sato, "analyst");
        sato.page.fill("#appointing\\:reason", "EXERCISE: reinforcement");
        sato.photograph("people-new");
        assertEquals(List.of(), grave(sato, sato.page.url()));
        sato.page.locator("#appointing\\:go").click();
        sato.page
                .getByText("It is proposed. Nothing follows from it until it is confirmed.")
                .waitFor();
        String act = sato.page.url().replaceAll(".*number=", "");
        assertEquals(0, sato.page.locator("#deciding\\:confirm").count(), "not the proposer's to confirm");
        assertEquals(
                "hat-not-yours",
                User.named("reis").wearing(hat).get("/products").slug());

        Person petrov = people.signedIn("petrov").inEnglish();
        Looks.onDesk(petrov, act);
        Looks.matter(petrov, act).locator("h2 a").click();
        assertTrue(petrov.main().contains(hat) && petrov.main().contains("Paulo Reis"), petrov.main());
        petrov.photograph("people-act");
        assertEquals(List.of(), grave(petrov, petrov.page.url()));
        petrov.page.click("header button[value=fr]");
        petrov.photograph("people-act-fr");
        petrov.inEnglish();
        petrov.page.locator("#deciding\\:confirm").click();
        petrov.useSecondFactor();
        if (petrov.page.getByText("Confirmed.").count() == 0) {
            petrov.page.locator("#deciding\\:confirm").click();
        }
        petrov.page.getByText("Confirmed.").waitFor();
        assertEquals(200, User.named("reis").wearing(hat).get("/products").status());

        petrov.open("people-hat.xhtml?hat=" + hat);
        petrov.photograph("people-hat");
        assertEquals(List.of(), grave(petrov, petrov.page.url()));
        petrov.page.fill("#suspending\\:reason", "EXERCISE: badge lost");
        petrov.page.locator("#suspending\\:go").click();
        petrov.page.getByText("The hat is suspended.").waitFor();
        petrov.page.click("header button[value=fr]");
        petrov.photograph("people-hat-fr");
        assertEquals(List.of(), grave(petrov, petrov.page.url()));
        petrov.open("people.xhtml?q=" + hat);
        petrov.photograph("people-fr");
        assertEquals(List.of(), petrov.complaints);
        assertEquals(List.of(), sato.complaints);
    }

    @Test
    void org01_whoHasNoOfficeHasNoPageOfPeople() {
        Person reis = people.signedIn("reis");
        assertEquals(0, reis.page.locator("nav a[href='people.xhtml']").count());
        assertEquals(403, reis.open("people.xhtml").status());
    }
}
