package org.entente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.refusal;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.state;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an act set in motion is on the page after it (faults E5), and a giver that refused is asked again there (E6). */
class ConsequenceBrowserIT {
    private final User officer = User.in("CO-UN");

    @RegisterExtension
    private final People people = new People();

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void pki08_e5_thePageSaysWhatPublishingStartedAndWhyAskingAgainIsNotPossible() {
        User analyst = User.in("AN-UN");
        String product =
                filed(analyst, filing("INTREP", "EXERCISE - set out", portion("(UN-C//REL TO UN, AU)", "EXERCISE. x")));
        submitted(analyst, product);
        Person haddad = people.signedIn("haddad").inEnglish();
        haddad.open("product.xhtml?number=" + product);
        haddad.page.selectOption("[id='publish:damage']", "OPERATIONS");
        haddad.press("Confirm the marking and publish");
        String release = releases(officer, product).getFirst().getString("number");
        assertThat(haddad.page.locator(".under-way")).containsText(release);
        assertThat(haddad.page.locator(".under-way")).containsText("Authorisation");
        assertThat(haddad.page.locator(".under-way")).containsText("UN");

        Person reis = people.signedIn("reis").inEnglish();
        reis.open("ask-release.xhtml?number=" + product);
        reis.page
                .locator("#ask\\:recipients")
                .getByLabel("AU", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true))
                .check();
        reis.page.fill("#ask\\:purpose", "EXERCISE: force protection");
        reis.page.locator("#ask\\:go").click();
        assertThat(reis.page.locator("[role=alert]").first()).containsText("is under way already");
        assertThat(reis.page.locator(".under-way")).containsText(release);
        assertEquals("EXERCISE: force protection", reis.page.inputValue("#ask\\:purpose"));
    }

    @Test
    void cav13_e6_whoAskedForAReleaseAsksAGiverAgain() {
        User.clock("2013-06-25T08:00:00Z");
        User author = User.in("AN-AU");
        String product = filed(
                author,
                filing("INTREP", "EXERCISE - asked", portion("(AU-C//ORCON)", "EXERCISE. x"))
                        .add("mission", "AFISMA"));
        submitted(author, product);
        confirmed(User.in("CO-AU"), product);
        String release = expect(
                        201,
                        author.post(
                                "/products/" + product + "/releases",
                                Json.createObjectBuilder()
                                        .add(
                                                "recipients",
                                                Json.createArrayBuilder().add("UN"))
                                        .add("purpose", "EXERCISE: force protection")))
                .text("number");
        expect(200, step(User.in("CO-AU"), release, "check", approval()));
        String question = expect(200, User.in("CO-AU").get("/releases/" + release))
                .json()
                .getJsonArray("consents")
                .getJsonObject(0)
                .getString("number");
        expect(200, authority("AU").post("/consents/" + question + "/answer", refusal("EXERCISE: not now")));
        Person abroad = people.signedIn(Scenario.wearer("CO-AU")).inEnglish();
        abroad.open("release.xhtml?number=" + release);
        assertThat(abroad.page.locator("main")).containsText("It can be asked again");
        abroad.page.getByLabel("Reason").fill("EXERCISE: the source is safe now");
        abroad.press("Ask again");
        assertThat(abroad.page.locator(".notice")).containsText("The givers are asked again.");
        assertEquals("ORIGINATOR_CONSENT", state(User.in("CO-AU"), release));
    }
}
