package org.entente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.withdrawn;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the desk to the decision about what was built on a source that is gone (PKI-13), and what became visible since when. */
class GoneSourceBrowserIT {
    private static final String ABROAD = "(UN-C//REL TO UN, AU)";
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @RegisterExtension
    private final People people = new People();

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void pki13_theOfficerSeesWhatIsGoneAndDecidesAndNobodyElseHearsOfIt() {
        String source = published(portion(ABROAD, "EXERCISE. " + word()));
        String derived = published(Json.createObjectBuilder(portion(ABROAD, "EXERCISE. " + word()))
                .add("sources", Json.createArrayBuilder().add(source + "#1"))
                .build());
        withdrawn(officer, source);
        String page = "gone-source.xhtml?number=" + derived + "&source=" + source;

        List<String> findings = new ArrayList<>();
        Person haddad = people.signedIn("haddad").inEnglish();
        Looks.look(haddad, "product.xhtml?number=" + derived, false, "gone-product", findings);
        Looks.look(haddad, "index.xhtml?order=VISIBLE", false, "gone-list", findings);
        Looks.look(haddad, page, false, "gone", findings);
        Person telephone = people.onTelephone("haddad");
        telephone.page.click("header button[value=fr]");
        Looks.look(telephone, page, true, "gone", findings);
        Looks.look(telephone, "product.xhtml?number=" + derived, true, "gone-product", findings);
        assertEquals(List.of(), findings);

        // the wrong hat, a hidden number, and no reason
        assertEquals(404, people.signedIn("baro").open(page).status());
        assertEquals(404, haddad.open(page.replace(source, "UN-00000000")).status());
        haddad.inEnglish();
        Looks.fromDesk(haddad, derived, "product");
        haddad.page
                .locator("main a", new Page.LocatorOptions().setHasText("Decide whether it stands"))
                .click();
        haddad.press("It stands");
        assertThat(haddad.page.locator("[role=alert]").first()).containsText("reason");
        haddad.page.fill("#decide\\:reason", "EXERCISE: it rests on two others as well");
        haddad.press("It stands");
        assertThat(haddad.page.locator("main")).containsText(derived);
        assertEquals(
                "KEEP",
                expect(200, officer.get("/products/" + derived))
                        .json()
                        .getJsonArray("goneSources")
                        .getJsonObject(0)
                        .getString("decision"));
    }

    private String published(JsonObject portion) {
        String number = filed(analyst, filing("INTREP", "EXERCISE - drawn on", portion));
        submitted(analyst, number);
        confirmed(officer, number);
        return number;
    }
}
