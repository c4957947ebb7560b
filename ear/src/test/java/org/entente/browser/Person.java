package org.entente.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.running.Platform;
import org.entente.running.SecondFactor;
import org.jspecify.annotations.Nullable;

/** Somebody in front of a browser of their own. */
final class Person implements AutoCloseable {
    final Page page;
    final List<String> complaints = new ArrayList<>();
    private final BrowserContext context;
    private final String name;

    private Person(String name, String language, int width, boolean script) {
        this.name = name;
        this.context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setViewportSize(width, 900)
                        .setJavaScriptEnabled(script));
        context.setDefaultTimeout(Chromium.PATIENCE_MS);
        this.page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy") || m.text().contains("Uncaught")) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Signed in, in English unless that person works in another language. */
    static Person signedIn(String name) {
        return signedIn(name, 1200);
    }

    static Person signedIn(String name, int width) {
        return new Person(name, "en", width, true).entered();
    }

    /** With a browser that runs no script. */
    static Person withoutScript(String name) {
        return new Person(name, "en", 1200, false).entered();
    }

    private Person entered() {
        open("index.xhtml");
        signIn();
        return this;
    }

    static Person stranger() {
        return new Person("stranger", "en", 1200, true);
    }

    void signIn() {
        page.fill("#username", name);
        page.fill("#password", name + "-exercise");
        page.click("#kc-login");
        page.waitForURL(url -> url.startsWith(Platform.running().web()));
    }

    /** What the identity provider asks of somebody who is to sign; nothing if it was asked just now. */
    void useSecondFactor() {
        if (atKeycloak() != null) {
            page.fill("#otp", SecondFactor.code(name));
            page.click("#kc-login");
            page.waitForURL(url -> url.startsWith(Platform.running().web()));
        }
    }

    Response open(String path) {
        return Objects.requireNonNull(page.navigate(Platform.running().web() + "/" + path));
    }

    Person inEnglish() {
        page.click("header button[value=en]");
        return this;
    }

    /** Presses it; whoever is asked for a second factor uses it, comes back and presses again. */
    void press(String button) {
        Locator pressed = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button));
        pressed.click();
        if (atKeycloak() != null) {
            useSecondFactor();
            pressed.click();
        }
    }

    /** Numbers of the products in the list. */
    List<String> numbers() {
        return page.locator("main .products .item h2 a").allInnerTexts();
    }

    String main() {
        return page.locator("main").innerText();
    }

    @Nullable
    String atKeycloak() {
        return page.url().startsWith(Platform.running().keycloak()) ? page.url() : null;
    }

    Locator focused() {
        return page.locator(":focus");
    }

    void photograph(String test) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", test + "-" + name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
