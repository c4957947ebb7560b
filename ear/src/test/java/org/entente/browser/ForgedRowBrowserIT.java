package org.entente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import org.entente.running.Offices;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody wrote a release behind the platform's back: whoever decides on it is told so, in their words (AUD-03). */
class ForgedRowBrowserIT {
    @RegisterExtension
    private final People people = new People();

    @Test
    void aud03_whoeverDecidesOnWhatNoActWroteIsToldSo() {
        User officer = User.in("CO-UN");
        String release = expect(
                        201,
                        User.in("LO-UN")
                                .post(
                                        "/products/"
                                                + published(User.in("AN-UN"), officer, report("(UN-C)", word()))
                                                + "/releases",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "recipients",
                                                        Json.createArrayBuilder()
                                                                .add("AU"))
                                                .add("purpose", "EXERCISE")))
                .text("number");
        Person haddad = people.signedIn("haddad").inEnglish();
        haddad.open("release.xhtml?number=" + release);
        String forge = "UPDATE release_request SET purpose = ? WHERE number = ?";
        assertEquals(1, Tables.change(forge, "EXERCISE: forged", release));
        haddad.press("Approve");
        assertThat(haddad.page.locator("[role=alert]").first()).containsText("not what was decided here");
        haddad.page.click("header button[value=fr]");
        haddad.open("release.xhtml?number=" + release);
        haddad.press("Approuver");
        assertThat(haddad.page.locator("[role=alert]").first()).containsText("n’est pas ce qui a été décidé ici");
        assertEquals(1, Tables.change(forge, "EXERCISE", release));
        haddad.inEnglish();
        haddad.open("release.xhtml?number=" + release);
        haddad.press("Approve");
        assertEquals("CHECKED", Offices.state(officer, release));
    }
}
