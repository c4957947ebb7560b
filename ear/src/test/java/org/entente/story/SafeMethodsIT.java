package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.entente.running.Offices;
import org.entente.running.Platform;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Safe methods change nothing (faults C8): asked about with HEAD, nothing is opened, counted or changed. */
class SafeMethodsIT {
    private static final List<String> HATS =
            List.of("CO-UN", "LO-UN", "RA-UN", "RO-UN", "AUD-UN", "SEC-UN", "HO-UN", "HRO-UN");
    private final User officer = User.in("CO-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void cls50_c8_headTakesNoCopyOfADocument() {
        String number = published(
                User.in("AN-UN"), officer, filing("INTREP", "EXERCISE - looked at", portion("(UN-C)", "EXERCISE. x")));
        String document = "/products/" + number + "/document?format=pdf";
        assertEquals(405, head(officer, document));
        assertEquals(0, copies(number));
        assertEquals(200, officer.file(document).statusCode());
        assertEquals(1, copies(number));
        assertEquals(405, head(officer, document));
        assertEquals(1, copies(number));
        assertEquals(405, head(officer, "/products/" + number));
    }

    /** Every route that answers GET, in every kind of hat. */
    @Test
    void cls50_c8_headChangesNothingWhereverItIsUsed() {
        String product = published(
                User.in("AN-UN"),
                officer,
                filing("INTREP", "EXERCISE - everywhere", portion("(UN-C//REL TO UN, AU)", "EXERCISE. x")));
        String release = Offices.releases(officer, product).getFirst().getString("number");
        Map<String, Long> before = counted();
        List<String> routes = routes();
        assertTrue(routes.size() > 60, routes.toString());
        List<String> hats = Scenario.hats().stream()
                .map(h -> h.getString("id"))
                .filter(HATS::contains)
                .toList();
        for (String route : routes) {
            String path = route.replace("{id}", release).replaceAll("\\{[^}]+}", product);
            for (String hat : hats) {
                int status = head(User.in(hat), path);
                assertTrue(status == 200 || (status >= 400 && status < 500), hat + " " + path + " " + status);
            }
        }
        assertEquals(before, counted());
    }

    private static int head(User user, String path) {
        return User.send(user.request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()))
                .status();
    }

    private static long copies(String product) {
        return Tables.number(
                "SELECT COUNT(*) FROM product_copy c JOIN product p ON p.id = c.product_id WHERE p.number = ?",
                product);
    }

    private static Map<String, Long> counted() {
        Map<String, Long> counts = new TreeMap<>(Tables.stored());
        for (String table : List.of("register_entry", "release_signature", "consent_request", "request", "hat")) {
            counts.put(table, Tables.number("SELECT COUNT(*) FROM " + table));
        }
        // what HEAD opened would be in the record as a reading
        counts.put(
                "opened",
                Tables.number("SELECT COUNT(*) FROM audit_opening WHERE outcome = 'PERMIT' AND action IN"
                        + " ('READ_PRODUCT', 'READ_DOCUMENT')"));
        return counts;
    }

    private static List<String> routes() {
        String contract = expect(
                        200,
                        User.send(HttpRequest.newBuilder(
                                URI.create(Platform.running().web() + "/openapi"))))
                .body();
        Map<String, Map<String, Map<String, Object>>> whole = new Yaml().load(contract);
        Map<String, Map<String, Object>> paths = Objects.requireNonNull(whole.get("paths"));
        List<String> routes = new ArrayList<>();
        paths.forEach((path, methods) -> {
            if (methods.containsKey("get")) {
                routes.add(path.replaceFirst("^/api", ""));
            }
        });
        return routes;
    }
}
