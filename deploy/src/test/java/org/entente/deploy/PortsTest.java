package org.entente.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_keeps_its_ports_while_they_are_free() {
        Ports first = Ports.of(file(), Ports.free());
        assertEquals(first, Ports.of(file(), null));
    }

    @Test
    void each_server_has_its_own() {
        Ports ports = Ports.of(file(), Ports.free());
        assertEquals(
                6,
                Set.of(ports.web(), ports.admin(), ports.keycloak(), ports.management(), ports.database(), ports.mail())
                        .size());
    }

    @Test
    void a_remembered_port_that_is_taken_is_replaced() throws IOException {
        Ports first = Ports.of(file(), Ports.free());
        try (ServerSocket taken = listenOn(first.web())) {
            assertNotEquals(taken.getLocalPort(), Ports.of(file(), null).web());
        }
    }

    @Test
    void a_port_that_was_asked_for_and_is_taken_is_refused() throws IOException {
        try (ServerSocket taken = listenOn(0)) {
            int port = taken.getLocalPort();
            assertThrows(CannotRun.class, () -> Ports.of(file(), port));
        }
    }

    private Path file() {
        return folder.resolve("ports.properties");
    }

    private static ServerSocket listenOn(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
