package org.entente.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.log.KeyKind;
import org.entente.log.LogError;
import org.entente.log.NoteSigner;

/**
 * The log that four organisations cosign, as one folder can show it: the log's key, a witness for each organisation with a key
 * of its own, and the policy that says whose word counts. In service each witness runs at its organisation.
 */
final class TransparencyLog {
    /** Who watches; three of them are a quorum. */
    static final List<String> ORGANISATIONS = List.of("UN", "AU", "ECOWAS", "EU");

    static final String ORIGIN = "entente.exercise/audit/1";
    private static final int QUORUM = 3;

    private final Folder folder;
    private final Ports ports;

    TransparencyLog(Folder folder, Ports ports) {
        this.folder = folder;
        this.ports = ports;
    }

    /** Makes the keys that are missing and writes the policy anew: the ports may have changed, the keys never do. */
    void prepare() {
        StringBuilder policy = new StringBuilder("log " + vkey(logKey(), ORIGIN, KeyKind.LOG) + "\n");
        for (int i = 0; i < ORGANISATIONS.size(); i++) {
            String name = ORGANISATIONS.get(i);
            String key = vkey(
                    witness(name).resolve("key"), name.toLowerCase(Locale.ROOT) + ".exercise/witness", KeyKind.WITNESS);
            policy.append("witness " + name + " " + key + " http://127.0.0.1:"
                    + ports.witnesses().get(i) + "\n");
        }
        policy.append("group partners " + QUORUM + " " + String.join(" ", ORGANISATIONS) + "\nquorum partners\n");
        Folder.write(policy(), policy.toString());
    }

    List<Server> servers(Database database, Probe probe) {
        List<Server> servers = new ArrayList<>();
        for (int i = 0; i < ORGANISATIONS.size(); i++) {
            String name = ORGANISATIONS.get(i);
            servers.add(new WitnessServer(
                    name, witness(name), policy(), ports.witnesses().get(i), probe));
        }
        servers.add(new SequencerServer(
                folder.within("log"),
                Map.of(
                        "ENTENTE_LOG_FOLDER",
                        tiles().toString(),
                        "ENTENTE_LOG_KEY",
                        logKey().toString(),
                        "ENTENTE_LOG_POLICY",
                        policy().toString()),
                database.logEnvironment()));
        return servers;
    }

    /** The files that mirrors read; the application serves them and writes nothing here. */
    Path tiles() {
        return folder.within("log").resolve("public");
    }

    Path policy() {
        return folder.within("log").resolve("policy.txt");
    }

    private Path logKey() {
        return folder.within("secrets").resolve("log.key");
    }

    private Path witness(String organisation) {
        return folder.within("witness-" + organisation.toLowerCase(Locale.ROOT));
    }

    private static String vkey(Path file, String name, KeyKind kind) {
        try {
            if (!Files.exists(file)) {
                NoteSigner.generate(name, kind).write(file);
            }
            return NoteSigner.read(file).verifier().vkey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LogError e) {
            throw new CannotRun("The key in " + file + " cannot be used: " + e.sentence() + ".", e);
        }
    }
}
