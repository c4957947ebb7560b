package org.entente.deploy;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.log.NoteSigner;
import org.entente.log.Policy;
import org.entente.log.Witness;

/** Stands in until the command line has a witness. */
public final class WitnessMain {
    private WitnessMain() {}

    public static void main(String[] a) throws Exception {
        Policy policy = Policy.parse(Files.readAllBytes(Path.of(a[6])));
        String[] address = a[8].split(":", 2);
        org.entente.log.WitnessServer.start(
                Witness.open(
                        Path.of(a[2]),
                        NoteSigner.read(Path.of(a[4])),
                        policy.logs(),
                        () -> System.currentTimeMillis() / 1000),
                new InetSocketAddress(address[0], Integer.parseInt(address[1])));
        Thread.currentThread().join();
    }
}
