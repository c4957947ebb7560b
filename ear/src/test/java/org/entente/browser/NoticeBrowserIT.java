package org.entente.browser;

import static org.entente.browser.Looks.grave;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of notices: what waits is counted in the head of every page, seen once, and mail is as its reader wants it. */
class NoticeBrowserIT {
    @RegisterExtension
    private final People people = new People();

    @Test
    void pki08_whatWaitsIsCountedListedAndSeen() {
        User.clock(Scenario.SETTLED);
        String title = word();
        String product =
                filed(User.in("AN-UN"), filing("INTREP", title, portion("(UN-C//REL TO UN, AU)", "EXERCISE. x")));
        submitted(User.in("AN-UN"), product);
        confirmed(User.in("CO-UN"), product);
        Person lindgren = people.signedIn("lindgren");
        String unseen = lindgren.page.locator("#unseen").textContent();
        assertTrue(unseen.strip().matches("(?s)\\(\\d+\\+?\\s+not seen\\)"), unseen);
        lindgren.page.click("#notices-link");
        String first = lindgren.page.locator("main .products .item").first().innerText();
        assertTrue(first.contains("A release waits for your signature."), first);
        assertTrue(first.contains(product) && first.contains(title), first);
        assertEquals(List.of(), grave(lindgren, lindgren.page.url()));
        lindgren.press("Mark all as seen");
        lindgren.page.getByText("All notices are marked as seen.").waitFor();
        assertEquals(0, lindgren.page.locator("#unseen").count());
        assertTrue(lindgren.main().contains("All notices are marked as seen."));
        lindgren.page.selectOption("#preference\\:mail", "DAILY");
        lindgren.page.check("#preference\\:detailed");
        lindgren.press("Keep");
        lindgren.page.getByText("Your preference is kept.").waitFor();
        assertEquals("DAILY", lindgren.page.inputValue("#preference\\:mail"));
        assertTrue(lindgren.page.isChecked("#preference\\:detailed"));
        lindgren.page.selectOption("#preference\\:mail", "AT_ONCE");
        lindgren.page.uncheck("#preference\\:detailed");
        lindgren.press("Keep");
        lindgren.page.getByText("Your preference is kept.").waitFor();
        lindgren.page.click("header button[value=fr]");
        assertTrue(lindgren.main().contains("Une communication attend votre signature."), lindgren.main());
        assertEquals(List.of(), grave(lindgren, lindgren.page.url()));
        assertEquals(List.of(), lindgren.complaints);
        // and nothing of it for whom it is hidden from
        Person vermeer = people.signedIn("vermeer");
        vermeer.open("notices.xhtml");
        assertFalse(vermeer.main().contains(product));
    }
}
