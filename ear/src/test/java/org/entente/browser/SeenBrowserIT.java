package org.entente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.entente.running.Offices.releases;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import org.entente.running.Offices;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a page showed is what its button decides on (faults B1). */
class SeenBrowserIT {
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @RegisterExtension
    private final People people = new People();

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void pki09_b1_anOfficerIsShownWhatChangedBeforeAnythingIsPublished() {
        publishesOnlyWhatIsShown(people.signedIn("haddad"));
    }

    @Test
    void pki09_b1_andWithoutScript() {
        publishesOnlyWhatIsShown(people.withoutScript("haddad"));
    }

    /** B3, B4: she sees what she signs, proves herself, comes back with nothing lost, and what changed meanwhile is shown. */
    @Test
    void pki09_b4_theAuthoritySeesAllThatSheSignsAndSignsItWithASecondFactor() {
        String number = filed(
                analyst,
                filing(
                        "INTREP",
                        "EXERCISE - to be signed",
                        portion("(UN-C//REL TO UN, AU)", "EXERCISE. the first words")));
        submitted(analyst, number);
        confirmed(officer, number);
        String release = releases(officer, number).getFirst().getString("number");
        Person lindgren = people.signedIn("lindgren").inEnglish();
        lindgren.open("release.xhtml?number=" + release);
        assertThat(lindgren.page.locator(".signed")).containsText("EXERCISE - to be signed");
        assertThat(lindgren.page.locator(".signed .portions")).containsText("(UN-C//REL TO UN, AU)");
        assertThat(lindgren.page.locator(".signed .portions")).containsText("the first words");
        assertThat(lindgren.page.locator("main")).containsText("As its label says");
        lindgren.page.getByLabel("Reason").fill("EXERCISE: as agreed");
        lindgren.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve"))
                .click();
        lindgren.useSecondFactor();
        assertEquals("CHECKED", Offices.state(officer, release), "coming back signs nothing");
        assertEquals("EXERCISE: as agreed", lindgren.page.getByLabel("Reason").inputValue());
        assertThat(lindgren.page.locator("main")).containsText("You have just used your second factor");
        // another label meanwhile, checked again
        expect(
                200,
                officer.post(
                        "/products/" + number + "/label",
                        Json.createObjectBuilder()
                                .add(
                                        "portions",
                                        Json.createArrayBuilder().add("(UN-C//REL TO UN, AU//NOT RELEASABLE TO MLI)"))
                                .add("reason", "EXERCISE: not for the host")));
        expect(200, Offices.step(officer, release, "check", Offices.approval()));
        lindgren.press("Approve");
        assertThat(lindgren.page.locator(".alert").first()).containsText("This has changed since it was shown");
        assertThat(lindgren.page.locator(".alert").first()).containsText("Marking");
        assertThat(lindgren.page.locator(".signed .portions"))
                .containsText("(UN-C//REL TO UN, AU//NOT RELEASABLE TO MLI)");
        assertEquals("CHECKED", Offices.state(officer, release));
        lindgren.press("Approve");
        assertThat(lindgren.page.locator(".notice")).containsText("Approved.");
        assertEquals("AUTHORISED", Offices.state(officer, release));
    }

    private void publishesOnlyWhatIsShown(Person haddad) {
        String number = filed(analyst, report("(UN-C)", "harmless words"));
        submitted(analyst, number);
        haddad.inEnglish();
        haddad.open("product.xhtml?number=" + number);
        assertThat(haddad.page.locator("article")).containsText("harmless words");
        expect(200, User.in("DUTY-UN").post("/products/" + number + "/return", because("EXERCISE: once more")));
        expect(200, analyst.put("/products/" + number + "/draft", report("(UN-U)", "quite other words")));
        submitted(analyst, number);
        haddad.press("Confirm the marking and publish");
        assertThat(haddad.page.locator("[role=alert]").first()).containsText("This has changed since it was shown");
        assertThat(haddad.page.locator("[role=alert]").first()).containsText("Text");
        assertThat(haddad.page.locator("article")).containsText("quite other words");
        assertEquals(
                "SUBMITTED", expect(200, officer.get("/products/" + number)).text("state"));
        haddad.press("Confirm the marking and publish");
        assertThat(haddad.page.locator(".notice")).containsText("Published.");
    }
}
