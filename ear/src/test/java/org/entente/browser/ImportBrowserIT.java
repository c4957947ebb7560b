package org.entente.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.running.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A file of incidents taken in on a page, and published by somebody else. */
class ImportBrowserIT {
    private static final String COLUMNS =
            "id,date_start,date_end,date_prec,type_of_violence,conflict_name,side_a,side_b,"
                    + "where_coordinates,where_description,adm_1,adm_2,where_prec,latitude,longitude,event_clarity,best,low,high,"
                    + "deaths_civilians,number_of_sources,source_article,source_headline\n";
    private static final int GOOD = 30;

    @RegisterExtension
    private final People people = new People();

    @Test
    void anAnalystImportsAFileAndAnOfficerPublishesAllOfIt() {
        User.clock("2013-07-20T12:00:00Z");
        Person reis = people.signedIn("reis");
        reis.open("import.xhtml");
        reis.page.setInputFiles(
                "[id='order:file']",
                new FilePayload("incidents.csv", "text/csv", csv().getBytes(StandardCharsets.UTF_8)));
        reis.page.fill("[id='order:marking']", "(UN-U)");
        reis.page.fill("[id='order:mission']", "MINUSMA");
        reis.press("Import");
        assertThat(reis.page.getByRole(AriaRole.PROGRESSBAR)).isVisible();
        assertThat(reis.page.locator(".report")).containsText(GOOD + " added · 0 there before · 1 refused", patience());
        assertThat(reis.page.locator("table")).containsText("latitude");
        assertEquals(List.of(), reis.complaints);
        String link = reis.page.locator("section a").getAttribute("href");

        Person haddad = people.signedIn("haddad");
        haddad.open(link);
        assertTrue(haddad.main().contains(GOOD + " reports of this import wait for an officer"), haddad.main());
        haddad.press("Publish all of this import");
        assertThat(haddad.page.locator("main [role=status]"))
                .containsText(GOOD + " of " + GOOD + " published", patience());
    }

    private static LocatorAssertions.ContainsTextOptions patience() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    /** Events of their own for every run, so that none is there before. */
    private static String csv() {
        String run = Long.toString(System.currentTimeMillis(), 36);
        StringBuilder csv = new StringBuilder(COLUMNS);
        for (int i = 0; i <= GOOD; i++) {
            String latitude = i == 7 ? "north" : "16.27";
            csv.append("web-" + run + "-" + i)
                    .append(
                            ",2013-07-01,2013-07-01,1,3,EXERCISE conflict,EXERCISE side A,EXERCISE side B,Gao,,Gao,Gao,1,")
                    .append(latitude)
                    .append(",-0.05,1,0,0,0,0,1,EXERCISE source,EXERCISE headline\n");
        }
        return csv.toString();
    }
}
