package org.entente.browser;

import static org.entente.browser.Looks.grave;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.running.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No page has a serious or critical finding of axe; the identity provider's own password page is not one of ours. */
class AccessibilityBrowserIT {
    private static final Map<String, List<String>> PAGES = Map.of(
            "reis",
                    List.of(
                            "index.xhtml",
                            "product.xhtml?number=P01",
                            "product.xhtml?number=P13",
                            "product.xhtml?number=P09",
                            "drafts.xhtml",
                            "draft.xhtml",
                            "import.xhtml",
                            "hat.xhtml",
                            "schemes.xhtml",
                            "nothing.xhtml"),
            "haddad", List.of("queue.xhtml", "notices.xhtml"),
            "nair",
                    List.of(
                            "audit.xhtml",
                            "questions.xhtml",
                            "access.xhtml",
                            "log.xhtml",
                            "samples.xhtml",
                            "purges.xhtml"),
            "petrov", List.of("desk.xhtml", "breaches.xhtml", "purges.xhtml"),
            "director", List.of("clock.xhtml"));

    @RegisterExtension
    private final People people = new People();

    @Test
    void noPageHasAGraveFinding() {
        User.clock("2013-07-20T12:00:00Z");
        List<String> findings = new ArrayList<>();
        PAGES.forEach((name, pages) -> {
            Person person = people.signedIn(name);
            pages.forEach(page -> {
                person.open(page);
                findings.addAll(grave(person, page));
            });
        });
        Person stranger = people.stranger();
        for (String page : List.of("signed-out.xhtml", "sign-in-failed.xhtml")) {
            stranger.open(page);
            findings.addAll(grave(stranger, page));
        }
        assertEquals(List.of(), findings);
    }

    @Test
    void pagesFitATelephoneAndAPageAtTwiceItsSize() {
        User.clock("2013-07-20T12:00:00Z");
        Person baro = people.onTelephone("baro");
        for (String page :
                List.of("index.xhtml", "product.xhtml?number=P01", "draft.xhtml", "drafts.xhtml", "notices.xhtml")) {
            baro.open(page);
            assertEquals(390, baro.page.evaluate("document.documentElement.scrollWidth"), page);
        }
        assertEquals(List.of(), grave(baro, "in French, on a telephone"));
    }
}
