package org.entente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.entente.running.Offices;
import org.entente.running.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A product's way from an analyst's keyboard to its readers. */
class FilingBrowserIT {
    private static final String TITLE = "EXERCISE - Browser story: river crossings at Gao";

    @RegisterExtension
    private final People people = new People();

    @Test
    void anAnalystFilesByKeyboardAnOfficerPublishesAndOnlyItsReadersRead() {
        User.clock("2013-07-20T12:00:00Z");
        Person reis = people.signedIn("reis");
        String number = filedByKeyboard(reis);
        tabTo(reis, "author:submit");
        reis.page.keyboard().press("Enter");
        assertThat(reis.page.locator(".notice")).containsText("Submitted.");
        assertEquals(List.of(), reis.complaints);

        Person haddad = people.signedIn("haddad");
        haddad.open("queue.xhtml");
        haddad.page
                .locator(".item h2 a", new Page.LocatorOptions().setHasText(number))
                .click();
        haddad.press("Confirm the marking and publish");
        assertThat(haddad.page.locator("[role=alert]").first()).containsText("CLS-05");
        haddad.page.selectOption("[id='publish:damage']", "OPERATIONS");
        haddad.press("Confirm the marking and publish");
        assertThat(haddad.page.locator(".notice")).containsText("Published.");

        Offices.handOver(User.in("CO-UN"), number);
        Person baro = people.signedIn("baro").inEnglish();
        baro.open("product.xhtml?number=" + number);
        assertThat(baro.page.locator("article h2")).hasText(TITLE);
        assertEquals(3, baro.page.locator(".portion").count());
        Person mensah = people.signedIn("mensah");
        assertEquals(404, mensah.open("product.xhtml?number=" + number).status());

        haddad.page.click("summary");
        haddad.page.fill("[id='withdraw:reason']", "the story is over");
        haddad.press("Withdraw");
        assertEquals(404, baro.open("product.xhtml?number=" + number).status());
    }

    @Test
    void whatAnOfficerReturnsComesBackToItsAuthorWithTheReasonAndIsEdited() {
        User.clock("2013-07-20T12:00:00Z");
        User analyst = User.named("reis");
        String number = analyst.post("/products", filing()).json().getString("number");
        analyst.post("/products/" + number + "/submission", null);

        Person haddad = people.signedIn("haddad");
        haddad.open("product.xhtml?number=" + number);
        haddad.page.fill("[id='return:reason']", "name the river");
        haddad.press("Return to the author");
        assertThat(haddad.page.locator(".notice")).containsText("Returned");

        Person reis = people.signedIn("reis");
        reis.open("drafts.xhtml");
        assertTrue(reis.main().contains("Returned because: name the river"), reis.main());
        reis.open("draft.xhtml?number=" + number);
        Person elsewhere = people.signedIn("reis");
        elsewhere.open("draft.xhtml?number=" + number);
        reis.page.fill("[id='draft:title']", "EXERCISE - The Niger at Gao");
        reis.press("Save the draft");
        assertThat(reis.page.locator("article h2")).hasText("EXERCISE - The Niger at Gao");

        elsewhere.page.fill("[id='draft:title']", "EXERCISE - Too late");
        elsewhere.press("Save the draft");
        assertThat(elsewhere.page.locator("#said")).containsText("Somebody changed this draft meanwhile");
        assertThat(elsewhere.page.locator("[id='draft:title']")).hasValue("EXERCISE - Too late");
    }

    private static JsonObjectBuilder filing() {
        return Json.createObjectBuilder()
                .add("type", "SITREP")
                .add("title", "EXERCISE - A river at Gao")
                .add("mission", "MINUSMA")
                .add(
                        "portions",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("marking", "(UN-U)")
                                        .add("text", "EXERCISE EXERCISE EXERCISE. Water is high.")));
    }

    @Test
    void aRefusedSaveSaysWhereAndLosesNothing() {
        User.clock("2013-07-20T12:00:00Z");
        Person reis = people.signedIn("reis");
        reis.open("draft.xhtml");
        reis.page.selectOption("[id='draft:type']", "SITREP");
        reis.page.fill("[id='draft:title']", "EXERCISE - never kept");
        reis.page.fill("[id='draft:portions:0:text']", "EXERCISE EXERCISE EXERCISE. Text that stays.");
        reis.page.fill("[id='draft:portions:0:marking']", "(UN-C//REL TO UN, NOBODY)");
        reis.page.keyboard().press("Tab");
        Locator marking = reis.page.locator("[id='draft:portions:0:marking']");
        Locator error = reis.page.locator("[id='draft:portions:0:markingError']");
        assertThat(error).containsText("UNKNOWN_CODE");
        assertThat(marking).hasAttribute("aria-invalid", "true");
        reis.press("Save the draft");
        assertThat(reis.page.locator(".alert").first()).isFocused();
        assertThat(error).containsText("UNKNOWN_CODE");
        assertThat(marking).hasAttribute("aria-invalid", "true");
        assertTrue(marking.getAttribute("aria-describedby").contains("draft:portions:0:markingError"));
        assertThat(marking).hasValue("(UN-C//REL TO UN, NOBODY)");
        assertThat(reis.page.locator("[id='draft:portions:0:text']"))
                .hasValue("EXERCISE EXERCISE EXERCISE. Text that stays.");
        assertThat(reis.page.locator("[id='draft:title']")).hasValue("EXERCISE - never kept");
        assertEquals(List.of(), reis.complaints);
    }

    @Test
    void portionsAreAddedMovedAndRemovedWithWhatWasTyped() {
        User.clock("2013-07-20T12:00:00Z");
        Person reis = people.signedIn("reis");
        reis.open("draft.xhtml");
        reis.page.fill("[id='draft:portions:0:text']", "first");
        reis.press("Add a portion");
        assertThat(reis.page.locator("[id='draft:portions:1:marking']")).isFocused();
        reis.page.fill("[id='draft:portions:1:text']", "second");
        reis.press("Move up, Portion 2");
        assertThat(reis.page.locator("[id='draft:portions:0:text']")).hasValue("second");
        assertThat(reis.page.locator("[id='draft:portions:1:text']")).hasValue("first");
        reis.press("Remove, Portion 1");
        assertThat(reis.page.locator("[id='draft:portions:0:text']")).hasValue("first");
        assertEquals(1, reis.page.locator("fieldset").count());
    }

    private static String filedByKeyboard(Person reis) {
        reis.open("draft.xhtml");
        tabTo(reis, "draft:type");
        reis.page.keyboard().type("Situation");
        tabTo(reis, "draft:mission");
        reis.page.keyboard().type("MINUSMA");
        tabTo(reis, "draft:title");
        reis.page.keyboard().type(TITLE);
        Locator banner = reis.page.locator(".preview .banner");
        portion(reis, 0, "(UN-U)");
        assertThat(banner).containsText("UN UNCLASSIFIED");
        addPortion(reis, 1);
        portion(reis, 1, "(UN-C//REL TO UN, AU, ECOWAS)");
        assertThat(banner).containsText("UN CONFIDENTIAL//REL TO UN, AU, ECOWAS");
        addPortion(reis, 2);
        portion(reis, 2, "(UN-C//REL TO UN, AU)");
        assertThat(banner).containsText("EXERCISE - UN CONFIDENTIAL//REL TO UN, AU");
        tabTo(reis, "draft:save");
        reis.page.keyboard().press("Enter");
        assertThat(reis.page.locator(".notice")).containsText("The draft is saved.");
        return reis.page.locator("h1").innerText();
    }

    private static void portion(Person person, int at, String marking) {
        tabTo(person, "draft:portions:" + at + ":marking");
        person.page.keyboard().type(marking);
        tabTo(person, "draft:portions:" + at + ":text");
        person.page.keyboard().type("EXERCISE EXERCISE EXERCISE. Portion " + at + ".");
    }

    private static void addPortion(Person person, int at) {
        tabTo(person, "draft:add");
        person.page.keyboard().press("Enter");
        assertThat(person.page.locator("[id='draft:portions:" + at + ":marking']"))
                .isFocused();
    }

    /** Goes to a control as people without a mouse do. */
    private static void tabTo(Person person, String id) {
        for (int i = 0; i < 80; i++) {
            if (id.equals(person.page.evaluate("document.activeElement.id"))) {
                return;
            }
            person.page.keyboard().press("Tab");
        }
        throw new AssertionError(id + " cannot be reached with the Tab key");
    }
}
