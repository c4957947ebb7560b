package org.entente.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import org.entente.running.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who acts, in which hat, in which language; and that leaving is leaving. */
class SignInBrowserIT {
    @RegisterExtension
    private final People people = new People();

    @Test
    void everyPageSaysThatItIsAnExerciseAndWhoActsInWhichHat() {
        User.clock("2013-07-20T12:00:00Z");
        Person solberg = people.signedIn("solberg");
        assertTrue(solberg.page.locator(".exercise").innerText().contains("EXERCISE"));
        assertEquals("Cdr Ingrid Solberg", solberg.page.locator("#person").innerText());
        assertTrue(solberg.page.locator("#acting").innerText().contains("UN · LO-UN"));
        assertTrue(solberg.page.locator(".clock").innerText().contains("20 Jul 2013"));
    }

    @Test
    void whoeverHasTwoHatsChoosesOneAndTheListFollows() {
        User.clock("2013-07-20T12:00:00Z");
        Person sow = people.signedIn("sow");
        assertTrue(sow.page.url().endsWith("/hat.xhtml"), sow.page.url());
        sow.page.click("main button[value=AN-AU]");
        sow.inEnglish();
        assertTrue(sow.page.locator("#acting").innerText().contains("AU · AN-AU"));
        var asAu = sow.numbers();
        sow.page.click("header button[value=AN-U2]");
        assertTrue(sow.page.locator("#acting").innerText().contains("UN · AN-U2"));
        var asUn = sow.numbers();
        assertTrue(asUn.contains("P05-R1") && !asAu.contains("P05-R1"), asAu + " and " + asUn);
        assertFalse(asAu.isEmpty());
    }

    @Test
    void peopleReadInTheirOwnLanguageAndMayChooseTheOther() {
        User.clock("2013-07-20T12:00:00Z");
        Person baro = people.onTelephone("baro");
        assertEquals("fr", baro.page.getAttribute("html", "lang"));
        assertTrue(baro.page.locator(".exercise").innerText().startsWith("EXERCICE"));
        assertTrue(baro.main().contains("Autorité d’origine"));
        baro.open("product.xhtml?number=P12");
        baro.page.click("header button[value=en]");
        assertTrue(baro.page.url().endsWith("product.xhtml?number=P12"), baro.page.url());
        assertTrue(baro.main().contains("Originator"));
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProvider() {
        Person castro = people.signedIn("castro");
        castro.press("Sign out");
        castro.page.waitForURL(url -> url.contains("signed-out") || url.contains("logout"));
        assertTrue(castro.page.url().contains("/signed-out.xhtml"), castro.page.url());
        castro.open("index.xhtml");
        assertNotNull(castro.atKeycloak(), castro.page.url());
        castro.page.goBack();
        castro.page.reload();
        assertFalse(castro.page.content().contains("Luis Castro"));
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        Person quaye = people.signedIn("quaye");
        Cookie session = quaye.page.context().cookies(quaye.page.url()).stream()
                .filter(c -> c.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
        assertTrue(session.httpOnly);
        assertEquals(SameSiteAttribute.LAX, session.sameSite);
    }

    @Test
    void aStrangerIsToldToSignInAgainWhenSignInFails() {
        Person stranger = people.stranger();
        assertEquals(200, stranger.open("sign-in-failed.xhtml").status());
        assertTrue(stranger.main().contains("Sign-in failed"));
        stranger.open("index.xhtml");
        assertNotNull(stranger.atKeycloak());
    }
}
