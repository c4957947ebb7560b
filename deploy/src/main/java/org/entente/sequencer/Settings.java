package org.entente.sequencer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.entente.log.LogError;
import org.entente.log.NoteSigner;
import org.entente.log.Policy;

/**
 * Where the sequencer works and with what; from the environment, so that no password is seen in a list of processes.
 *
 * @param folder of the tiles and of the last note, served to mirrors
 * @param key of the log; its name is the log's origin
 * @param policy the witnesses, where they are, and how many of them make a quorum
 */
record Settings(String url, String user, String password, Path folder, NoteSigner key, Policy policy) {

    static Settings from(Map<String, String> environment) throws IOException, LogError {
        return new Settings(
                named(environment, "ENTENTE_DB_URL"),
                named(environment, "ENTENTE_LOG_USER"),
                named(environment, "ENTENTE_LOG_PASSWORD"),
                Path.of(named(environment, "ENTENTE_LOG_FOLDER")),
                NoteSigner.read(Path.of(named(environment, "ENTENTE_LOG_KEY"))),
                Policy.parse(Files.readAllBytes(Path.of(named(environment, "ENTENTE_LOG_POLICY")))));
    }

    private static String named(Map<String, String> environment, String name) throws LogError {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new LogError("the sequencer needs " + name + " in its environment");
        }
        return value;
    }
}
