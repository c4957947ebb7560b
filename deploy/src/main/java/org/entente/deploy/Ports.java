package org.entente.deploy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where each server listens, on loopback. A folder keeps its ports from run to run as long as they are free. */
record Ports(int web, int admin, int keycloak, int management, int database, int mail, List<Integer> witnesses) {
    private static final String WITNESS = "witness";
    private static final int USUAL_WEB = 8080;

    static Ports of(Path file, @Nullable Integer asked) {
        Properties last = remembered(file);
        Ports ports = new Ports(
                web(asked, last),
                lastOrFree(last, "admin"),
                lastOrFree(last, "keycloak"),
                lastOrFree(last, "management"),
                lastOrFree(last, "database"),
                lastOrFree(last, "mail"),
                TransparencyLog.ORGANISATIONS.stream()
                        .map(o -> lastOrFree(last, WITNESS + o))
                        .toList());
        Folder.write(file, ports.text());
        return ports;
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            return Claim.on(port) ? port : free();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int web(@Nullable Integer asked, Properties last) {
        if (asked != null) {
            if (!isFree(asked) || !Claim.on(asked)) {
                throw new CannotRun("Port " + asked + " is taken by another program; give another --port.");
            }
            return asked;
        }
        int remembered = number(last, "web");
        if (remembered > 0 && isFree(remembered) && Claim.on(remembered)) {
            return remembered;
        }
        return isFree(USUAL_WEB) && Claim.on(USUAL_WEB) ? USUAL_WEB : free();
    }

    private static int lastOrFree(Properties last, String name) {
        int port = number(last, name);
        return port > 0 && isFree(port) && Claim.on(port) ? port : free();
    }

    private static int number(Properties properties, String name) {
        String text = properties.getProperty(name, "");
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static Properties remembered(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Folder.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private String text() {
        return """
                web=%d
                admin=%d
                keycloak=%d
                management=%d
                database=%d
                mail=%d
                """.formatted(web, admin, keycloak, management, database, mail) + witnessLines();
    }

    private String witnessLines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < witnesses.size(); i++) {
            lines.append(WITNESS + TransparencyLog.ORGANISATIONS.get(i) + "=" + witnesses.get(i) + "\n");
        }
        return lines.toString();
    }
}
