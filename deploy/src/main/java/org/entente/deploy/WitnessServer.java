package org.entente.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An organisation's witness: cosigns what is consistent with all that it cosigned before. */
record WitnessServer(String organisation, Path folder, Path policy, int port, Probe probe) implements Server {
    @Override
    public String name() {
        return "Witness-" + organisation;
    }

    @Override
    public Launch launch() {
        return new Launch(
                OwnJava.command(
                        "32m",
                        "org.entente.deploy.WitnessMain",
                        List.of(
                                "witness",
                                "--state",
                                folder.resolve("state").toString(),
                                "--key",
                                folder.resolve("key").toString(),
                                "--policy",
                                policy.toString(),
                                "--listen",
                                "127.0.0.1:" + port)),
                Map.of(),
                folder,
                folder.resolve("witness.log"),
                "");
    }

    @Override
    public boolean answers() {
        return probe.status("http://127.0.0.1:" + port + "/") != 0;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }
}
