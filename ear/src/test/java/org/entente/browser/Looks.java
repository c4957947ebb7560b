package org.entente.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What every page is looked at for, and what people do on a desk and with a form. */
final class Looks {
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final int FEW_BYTES = 48 * 1024;

    private Looks() {}

    /** Opens a page and notes what is wrong with it: a finding of axe, its weight, a width beyond a telephone's. */
    static void look(Person person, String path, boolean telephone, String photograph, List<String> findings) {
        var answer = person.open(path);
        int bytes = answer.body().length;
        if (answer.status() != 200 || bytes >= FEW_BYTES) {
            findings.add(path + ": " + answer.status() + ", " + bytes + " bytes");
        }
        person.photograph(photograph + (telephone ? "-fr-390" : ""));
        if (telephone && !Integer.valueOf(390).equals(person.page.evaluate("document.documentElement.scrollWidth"))) {
            findings.add(path + ": wider than a telephone");
        }
        findings.addAll(grave(person, path));
        person.complaints.forEach(c -> findings.add(path + ": " + c));
    }

    static List<String> grave(Person person, String page) {
        return violations(person).stream()
                .filter(v -> GRAVE.contains(v.getImpact()))
                .map(v -> page + ": " + described(v))
                .toList();
    }

    /** All that axe finds, be it grave or not. */
    static List<String> blemishes(Person person) {
        return violations(person).stream().map(Looks::described).toList();
    }

    /** In the page itself: the other way, for frames of other origins, which no page has, opens a second page for each look. */
    private static List<Rule> violations(Person person) {
        return new AxeBuilder(person.page).setLegacyMode(true).analyze().getViolations();
    }

    private static String described(Rule violation) {
        return violation.getId() + " " + violation.getNodes().getFirst().getHtml();
    }

    /** Finds a matter on the desk, leafing on where there is much. */
    static void onDesk(Person person, String number) {
        person.open("desk.xhtml");
        while (matter(person, number).count() == 0
                && person.page.locator("a[rel=next]").count() > 0) {
            person.page.locator("a[rel=next]").click();
        }
        assertTrue(matter(person, number).count() > 0, number + " is not on the desk: " + person.main());
    }

    static Locator matter(Person person, String number) {
        return person.page.locator(".desk .item", new Page.LocatorOptions().setHasText(number));
    }

    /** From the desk to the page that its line leads to. */
    static void fromDesk(Person person, String number, String page) {
        onDesk(person, number);
        matter(person, number).locator("a").first().click();
        person.page.waitForURL(url -> url.contains(page + ".xhtml"));
    }

    static Locator item(Person person, String text) {
        return person.page.locator(".products .item", new Page.LocatorOptions().setHasText(text));
    }

    static void tick(Person person, String name) {
        Pattern whole = Pattern.compile("^" + name + "( \\(.*)?$");
        person.page
                .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(whole))
                .check();
    }

    /** To what bears that name, with the keyboard alone. */
    static void tabTo(Person person, String name) {
        for (int i = 0; i < 200; i++) {
            person.page.keyboard().press("Tab");
            Object at = person.page.evaluate(
                    "(document.activeElement.innerText || '') + ' ' + (document.activeElement.value || '')");
            if (at.toString().contains(name)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + name);
    }

    /** The steps that a release offers to this person. */
    static List<String> buttons(Person person) {
        return person.page.locator("main .step input[type=submit]").all().stream()
                .map(b -> b.getAttribute("value"))
                .toList();
    }

    static String number(Person person) {
        return person.page.url().replaceAll(".*number=", "").replaceAll("&.*", "");
    }
}
