package org.entente.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        assertNull(options.mail());
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
                "/x.ear",
                "--mail",
                "smtp.test:2525");
        assertEquals(new MailServer("smtp.test", 2525), options.mail());
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
    void mail_is_encrypted_unless_it_stays_on_this_machine_or_the_environment_says_so() {
        Ports ports = new Ports(1, 2, 3, 4, 5, 6, List.of(7, 8, 9, 10));
        assertEquals(
                "STARTTLS",
                new MailServer("smtp.test", 25).environment(ports, Map.of()).get("ENTENTE_MAIL_TLS"));
        Map<String, String> here = new MailServer("127.0.0.1", 0).environment(ports, Map.of());
        assertEquals("NONE", here.get("ENTENTE_MAIL_TLS"));
        assertEquals("6", here.get("ENTENTE_MAIL_PORT"));
        assertEquals("PT2S", here.get("ENTENTE_MAIL_LONGEST_PAUSE"), "whoever tries mail on one machine does not wait");
        Map<String, String> own = Map.of("ENTENTE_MAIL_TLS", "IMPLICIT", "ENTENTE_MAIL_FROM", "a@b.test");
        assertEquals(
                "IMPLICIT",
                new MailServer("localhost", 465).environment(ports, own).get("ENTENTE_MAIL_TLS"));
        assertEquals(
                "a@b.test",
                new MailServer("localhost", 465).environment(ports, own).get("ENTENTE_MAIL_FROM"));
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
        refused("smtp.test", "--mail", "smtp.test");
        refused("smtp.test:70000", "--mail", "smtp.test:70000");
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
