package org.entente.deploy;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line; paths are absolute. */
record Options(
        @Nullable Integer port,
        Path folder,
        boolean fresh,
        @Nullable String database,
        @Nullable String keycloak,
        Path ear,
        Instant clock,
        boolean testRealm,
        @Nullable MailServer mail) {

    /** The second day of MINUSMA, when the demonstration's story begins. */
    static final Instant STORY_BEGINS = Instant.parse("2013-07-02T12:00:00Z");

    static final String HELP = """
            ./entente run [options]     build what is stale, start everything, stop it on Ctrl-C

              --port P          the web port (default: the folder's last one, else 8080, else a free one)
              --folder D        where this run keeps its data, keys and logs (default: .entente/run)
              --fresh           empty D first
              --clock INSTANT   the exercise clock at the start (default: 2013-07-02T12:00:00Z)
              --ear FILE        what to deploy (default: ear/target/entente.ear)
              --database URL    use this MariaDB (jdbc:mariadb://host:port/schema) instead of the embedded one;
                                its owner account comes from ENTENTE_DATABASE_USER and ENTENTE_DATABASE_PASSWORD
              --keycloak URL    use this Keycloak (base URL) instead of the embedded one; see deploy/README.md
              --mail HOST:PORT  send notices through this SMTP server (default: no mail); port 0 is a port of the
                                folder's own, in ports.properties; ENTENTE_MAIL_FROM, _TLS, _USER, _PASSWORD: deploy/README.md
              --test-realm      also import a second realm, whose tokens must be refused (for tests)
            """;

    static Options parse(Path home, List<String> arguments) {
        Integer port = null;
        Path folder = home.resolve(".entente/run");
        Path ear = home.resolve("ear/target/entente.ear");
        boolean fresh = false;
        boolean testRealm = false;
        String database = null;
        String keycloak = null;
        Instant clock = STORY_BEGINS;
        MailServer mail = null;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--fresh" -> fresh = true;
                case "--test-realm" -> testRealm = true;
                case "--port" -> port = portNumber(value(option, rest));
                case "--folder" -> folder = absolute(value(option, rest));
                case "--ear" -> ear = absolute(value(option, rest));
                case "--clock" -> clock = instant(value(option, rest));
                case "--mail" -> mail = MailServer.parse(value(option, rest));
                case "--database" -> database = databaseUrl(value(option, rest));
                case "--keycloak" -> keycloak = httpUrl(value(option, rest));
                default -> throw new CannotRun("There is no option '" + option + "'; ./entente help lists them.");
            }
        }
        return new Options(port, folder, fresh, database, keycloak, ear, clock, testRealm, mail);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new CannotRun(option + " needs a value; ./entente help shows which.");
        }
        return rest.removeFirst();
    }

    /** Relative to where the person stands, which is not always where the project is. */
    private static Path absolute(String path) {
        return Path.of(System.getProperty("entente.from", ""))
                .resolve(path)
                .toAbsolutePath()
                .normalize();
    }

    private static int portNumber(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, with what is out of range
        }
        throw new CannotRun("--port must be a number from 1 to 65535, not '" + text + "'.");
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new CannotRun("--clock must be an instant such as " + STORY_BEGINS + ", not '" + text + "'.", wrong);
        }
    }

    private static String databaseUrl(String text) {
        if (!text.matches("jdbc:mariadb://[^/]+/\\w+(\\?.*)?")) {
            throw new CannotRun("--database must look like jdbc:mariadb://host:3306/entente, not '" + text + "'.");
        }
        return text;
    }

    private static String httpUrl(String text) {
        if (!text.matches("https?://[^/].*")) {
            throw new CannotRun("--keycloak must be a base URL such as https://sso.example.org, not '" + text + "'.");
        }
        return text.replaceFirst("/+$", "");
    }
}
