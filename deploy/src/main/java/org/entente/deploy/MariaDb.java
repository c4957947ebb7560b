package org.entente.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The embedded database server: two schemas, ours and Keycloak's, on one data folder. */
record MariaDb(Path programs, Path folder, int port, String initialSql) implements Server {

    /** Who may do what; {@code entente_trial} is a schema for tests of what must not be tried on the real one. The migrations give our own accounts their rights, table by table. */
    static String accounts(Secrets secrets) {
        return """
                ALTER USER 'root'@'localhost' IDENTIFIED BY '%s';
                CREATE DATABASE IF NOT EXISTS entente CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
                CREATE USER IF NOT EXISTS 'entente_owner'@'127.0.0.1', 'entente_app'@'127.0.0.1', 'entente_content'@'127.0.0.1', 'entente_log'@'127.0.0.1', 'entente_eraser'@'127.0.0.1', 'keycloak'@'127.0.0.1';
                ALTER USER 'entente_owner'@'127.0.0.1' IDENTIFIED BY '%s';
                ALTER USER 'entente_app'@'127.0.0.1' IDENTIFIED BY '%s';
                ALTER USER 'entente_content'@'127.0.0.1' IDENTIFIED BY '%s';
                ALTER USER 'entente_log'@'127.0.0.1' IDENTIFIED BY '%s';
                ALTER USER 'entente_eraser'@'127.0.0.1' IDENTIFIED BY '%s';
                ALTER USER 'keycloak'@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT ALL ON entente.* TO 'entente_owner'@'127.0.0.1' WITH GRANT OPTION;
                GRANT ALL ON entente_trial.* TO 'entente_owner'@'127.0.0.1';
                GRANT ALL ON keycloak.* TO 'keycloak'@'127.0.0.1';
                """.formatted(
                        secrets.password("root"),
                        secrets.password("entente_owner"),
                        secrets.password("entente_app"),
                        secrets.password("entente_content"),
                        secrets.password("entente_log"),
                        secrets.password("entente_eraser"),
                        secrets.password("keycloak"));
    }

    Path data() {
        return folder.resolve("data");
    }

    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(90);
    }

    @Override
    public Launch launch() {
        Path sql = folder.resolve("initial.sql");
        Folder.write(sql, initialSql);
        Path scratch = FileTree.makePrivate(folder.resolve("scratch"));
        List<String> command = new ArrayList<>(List.of(
                programs.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--datadir=" + data(),
                "--basedir=" + programs,
                "--init-file=" + sql,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // relative to the data folder: an absolute one soon exceeds what the system allows
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                // its own: at its start a server deletes whatever temporary tables lie there, another server's too
                "--tmpdir=" + scratch,
                "--skip-name-resolve",
                // otherwise it makes itself a certificate at each start, which takes up to a minute; loopback needs
                // none
                "--skip-ssl",
                "--local-infile=0",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=256M",
                "--innodb-log-file-size=64M",
                "--max-allowed-packet=64M",
                "--max-connections=300"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return new Launch(command, Map.of(), folder, folder.resolve("mariadb.log"), "");
    }

    /** The server greets each connection with a packet; before it is ready it refuses or stays silent. */
    @Override
    public boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(2000);
            return socket.getInputStream().read() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Makes an empty data folder. The script cannot take blanks in a path: it sees short links instead. */
    void install() {
        try {
            Path links = Files.createTempDirectory("entente");
            Files.createSymbolicLink(links.resolve("base"), programs);
            Files.createSymbolicLink(links.resolve("data"), FileTree.makePrivate(data()));
            List<String> command = new ArrayList<>(List.of(
                    "bash",
                    "base/scripts/mariadb-install-db",
                    "--no-defaults",
                    "--basedir=" + links.resolve("base"),
                    "--datadir=" + links.resolve("data"),
                    "--skip-name-resolve",
                    "--force",
                    "--auth-root-authentication-method=normal",
                    "--skip-test-db"));
            if ("root".equals(System.getProperty("user.name"))) {
                command.add("--user=root");
            }
            Errand.run("making an empty database", command, links, folder.resolve("install.log"), Map.of());
            new FileTree(links).delete();
        } catch (IOException e) {
            throw new CannotRun("An empty database cannot be made: " + e.getMessage() + ".", e);
        }
    }
}
