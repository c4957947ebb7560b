package org.entente.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.running.Papers;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A product's file, taken from its page. */
class DocumentBrowserIT {
    @RegisterExtension
    private final People people = new People();

    @Test
    void cls06_aReaderTakesACopyFromTheProductsPage() throws IOException {
        User.clock("2013-07-20T12:00:00Z");
        Person reis = people.signedIn("reis");
        reis.open("product.xhtml?number=P01");
        Path pdf = taken(reis, "PDF", "P01-copy-[0-9]+\\.pdf");
        assertTrue(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
        Path label = taken(reis, "Label (STANAG 4774)", "P01-label\\.xml");
        assertTrue(Files.readString(label).contains("<Classification>AU CONFIDENTIAL</Classification>"));
    }

    @Test
    void cls06_theHtmlFileStandsByItselfAndHasNoGraveFinding() throws IOException {
        User.clock("2013-07-20T12:00:00Z");
        Person tadesse = people.signedIn("tadesse");
        tadesse.open("product.xhtml?number=P02");
        Path html = taken(tadesse, "HTML", "P02-copy-[0-9]+\\.html");
        tadesse.page.navigate(html.toUri().toString());
        List<String> banners = tadesse.page.locator(".banner:visible").allInnerTexts();
        assertEquals(2, banners.size(), banners.toString());
        assertTrue(banners.getFirst().contains("EXERCISE - AU SECRET//ORCON/SOURCE"), banners.toString());
        assertEquals(banners.getFirst(), banners.getLast());
        assertEquals(1, tadesse.page.locator(".withheld").count());
        assertEquals(List.of(), Looks.blemishes(tadesse));
        assertEquals(List.of(), tadesse.complaints);
        tadesse.photograph("document");
    }

    @Test
    void cav11_whereHandlingForbidsItThePageOffersNoFileAndClaimsNoMoreThanItKeeps() {
        User.clock(Tables.quiet());
        String number = Papers.published(
                User.in("AN-UN"), User.in("CO-UN"), Papers.report("(UN-C//REL TO UN, AU//NO PRINT)", "screen only"));
        Person reis = people.signedIn("reis");
        reis.open("product.xhtml?number=" + number);
        assertEquals(0, reis.page.locator("form.document").count());
        assertTrue(reis.main().contains("It cannot prevent a capture or photograph of the screen."), reis.main());
        // whoever sends the form all the same is told by the product's page
        reis.open("index.xhtml");
        asks(reis, number);
        reis.page.waitForURL("**/product.xhtml?number=" + number);
        assertTrue(reis.main().contains("Its handling allows no document"), reis.main());
        Papers.withdrawn(User.in("CO-UN"), number);
    }

    @Test
    void cav10_aFormForWhatIsHiddenFindsNothing() {
        User.clock("2013-07-20T12:00:00Z");
        Person mensah = people.signedIn("mensah");
        asks(mensah, "P08");
        mensah.page.waitForURL("**/document");
        assertTrue(mensah.main().contains("Not found"), mensah.main());
    }

    private static Path taken(Person person, String button, String name) {
        Download download = person.page.waitForDownload(() -> person.press(button));
        assertTrue(download.suggestedFilename().matches(name), download.suggestedFilename());
        Path kept = Path.of("target", "downloads", download.suggestedFilename()).toAbsolutePath();
        download.saveAs(kept);
        return kept;
    }

    private static void asks(Person person, String number) {
        person.page.evaluate(
                "number => { const form = document.createElement('form'); form.method = 'post'; form.action = 'document';"
                        + " for (const [name, value] of [['number', number], ['format', 'pdf']]) {"
                        + " const field = document.createElement('input'); field.name = name; field.value = value;"
                        + " form.append(field); } document.body.append(form); form.submit(); }",
                number);
    }
}
