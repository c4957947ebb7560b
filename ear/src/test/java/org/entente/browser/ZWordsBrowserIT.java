package org.entente.browser;

import static org.entente.running.Offices.authority;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import jakarta.json.Json;
import java.util.List;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Words in front of a browser: names that remain, what no printer gets, and what somebody left behind. */
class ZWordsBrowserIT {
    @RegisterExtension
    private final People people = new People();

    @AfterEach
    void theAuthorIsBack() {
        Tables.restoreHat("AN-UN");
    }

    @Test
    void cls42_eachNameThatRemainsIsTickedByWhoeverPublishes() {
        User.clock("2013-06-25T08:00:00Z");
        User author = User.in("AN-AU");
        String mark = "(AU-C//REL TO AU, UN)";
        String parent = filed(
                author,
                filing(
                                "SITREP",
                                "EXERCISE - arms",
                                portion(mark, "EXERCISE. A cache lies near the well."),
                                portion("(AU-S//ORCON/SOURCE)", "EXERCISE. Told by Yusuf."))
                        .add("mission", "AFISMA"));
        submitted(author, parent);
        confirmed(User.in("CO-AU"), parent);
        String release = expect(
                        201,
                        author.post(
                                "/products/" + parent + "/releases",
                                Json.createObjectBuilder()
                                        .add(
                                                "recipients",
                                                Json.createArrayBuilder().add("UN"))
                                        .add("purpose", "EXERCISE: for the guard")
                                        .add(
                                                "sanitised",
                                                Json.createArrayBuilder().add("1"))))
                .text("number");
        String version = expect(200, author.get("/releases/" + release)).text("product");
        expect(
                200,
                author.put(
                        "/products/" + version + "/draft",
                        filing(
                                        "SITREP",
                                        "EXERCISE - the well of Yusuf",
                                        portion(mark, "EXERCISE. A cache lies near the well."))
                                .add("mission", "AFISMA")));
        submitted(author, version);
        Person abebe = people.signedIn("abebe").inEnglish();
        abebe.open("product.xhtml?number=" + version);
        assertTrue(abebe.main().contains("Names and numbers that remain"), abebe.main());
        abebe.page.selectOption("#publish\\:damage", "OPERATIONS");
        abebe.press("Confirm the marking and publish");
        assertTrue(abebe.main().contains("Names or numbers of what was taken out remain"), abebe.main());
        assertFalse(abebe.main().contains("Published."), abebe.main());
        abebe.page
                .getByLabel("Yusuf", new Page.GetByLabelOptions().setExact(true))
                .check();
        abebe.press("Confirm the marking and publish");
        assertTrue(abebe.main().contains("Published."), abebe.main());
        assertEquals(List.of(), abebe.complaints);
    }

    @Test
    void cav11_whatIsNotToBePrintedIsNotOnThePrintedPage() {
        User.clock(Scenario.SETTLED);
        User author = User.in("AN-UN");
        String said = word();
        String parent = filed(author, report("(UN-SC//ORCON)", "a threat " + said));
        submitted(author, parent);
        confirmed(User.in("CO-UN"), parent);
        String extract = expect(
                        201,
                        authority("UN")
                                .post(
                                        "/products/" + parent + "/break-glass",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "recipients",
                                                        Json.createArrayBuilder()
                                                                .add("LO-EU"))
                                                .add(
                                                        "portions",
                                                        Json.createArrayBuilder()
                                                                .add("1"))
                                                .add("threat", "EXERCISE: a car bomb at the gate")
                                                .add("reason", "EXERCISE: at once")
                                                .add("briefing", "EXERCISE: told by voice")
                                                .add("hours", 24)))
                .text("product");
        Person vermeer = people.signedIn("vermeer").inEnglish();
        vermeer.open("product.xhtml?number=" + extract);
        assertTrue(vermeer.main().contains(said), vermeer.main());
        assertTrue(vermeer.page.locator(".banner").first().innerText().contains("EUTM-LNO"));
        assertFalse(vermeer.main().contains("lindgren"), vermeer.main());
        assertEquals(0, vermeer.page.locator("form.document").count());
        vermeer.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertFalse(vermeer.page.locator("article").isVisible());
        assertFalse(vermeer.main().contains(said), vermeer.main());
        assertTrue(vermeer.main().contains("NO PRINT/NO FORWARD"), vermeer.main());
        assertEquals(List.of(), vermeer.complaints);
    }

    @Test
    void hnd08_anOfficerTakesOverWhatSomebodyLeftBehind() {
        User.clock(Scenario.SETTLED);
        String said = word();
        String number = filed(User.in("AN-UN"), report("(UN-C)", "left " + said));
        expect(204, User.in("SO-UN").proved().post("/hats/AN-UN/suspension", because("EXERCISE: left the mission")));
        Person haddad = people.signedIn("haddad").inEnglish();
        haddad.open("queue.xhtml");
        assertTrue(haddad.main().contains(number), haddad.main());
        assertFalse(haddad.page.content().contains(said));
        haddad.page.getByLabel("Tick " + number).check();
        haddad.press("Take over what is ticked");
        assertTrue(haddad.main().contains(number) && haddad.main().contains(said), haddad.main());
        assertEquals(List.of(), haddad.complaints);
    }
}
