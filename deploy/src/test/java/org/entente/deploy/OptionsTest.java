package org.entente.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Path HOME = Path.of("/project");

    @Test
    void without_options_the_folder_the_application_and_the_clock_are_the_usual_ones() {
        Options options = parse();
        assertEquals(HOME.resolve(".entente/run"), options.folder());
        assertEquals(HOME.resolve("ear/target/entente.ear"), options.ear());
        assertEquals(Instant.parse("2013-07-02T12:00:00Z"), options.clock());
        assertNull(options.port());
        assertFalse(options.fresh());
    }

    @Test
    void every_option_is_understood() {
        Options options = parse(
                "--port",
                "8123",
                "--folder",
                "/a folder",
                "--fresh",
                "--clock",
                "2013-07-20T12:00:00Z",
                "--ear",
                "/x.ear");
        assertEquals(8123, options.port());
        assertEquals(Path.of("/a folder"), options.folder());
        assertTrue(options.fresh());
        assertEquals(Instant.parse("2013-07-20T12:00:00Z"), options.clock());
        assertEquals(Path.of("/x.ear"), options.ear());
    }

    @Test
    void external_servers_are_named_by_their_addresses() {
        Options options = parse("--database", "jdbc:mariadb://db.test:3306/entente", "--keycloak", "https://sso.test/");
        assertEquals("jdbc:mariadb://db.test:3306/entente", options.database());
        assertEquals("https://sso.test", options.keycloak());
    }

    @Test
    void what_is_wrong_is_said_in_a_sentence_that_names_it() {
        refused("--prot", "--prot", "8080");
        refused("--port", "--port");
        refused("70000", "--port", "70000");
        refused("yesterday", "--clock", "yesterday");
        refused("--folder", "--folder", "--fresh");
        refused("mysql", "--database", "jdbc:mysql://db/entente");
        refused("sso.test", "--keycloak", "sso.test");
    }

    private static void refused(String named, String... arguments) {
        CannotRun refusal = assertThrows(CannotRun.class, () -> parse(arguments));
        assertTrue(refusal.sentence().contains(named), refusal.sentence());
        assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
    }

    private static Options parse(String... arguments) {
        return Options.parse(HOME, List.of(arguments));
    }
}
