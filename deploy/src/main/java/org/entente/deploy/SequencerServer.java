package org.entente.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts records into the log; see {@code org.entente.sequencer}. */
record SequencerServer(Path folder, Map<String, String> files, Map<String, String> database) implements Server {
    @Override
    public String name() {
        return "Sequencer";
    }

    @Override
    public Launch launch() {
        Readiness.withdraw(ready());
        Map<String, String> environment = new LinkedHashMap<>(database);
        environment.putAll(files);
        environment.put("ENTENTE_LOG_READY", ready().toString());
        return new Launch(
                // the folder is said so that a later launcher knows whose process it is
                OwnJava.command("96m", "org.entente.sequencer.Main", List.of(folder.toString())),
                environment,
                folder,
                folder.resolve("sequencer.log"),
                "");
    }

    /** It writes this file when it has its database and its key. */
    @Override
    public boolean answers() {
        return !Folder.read(ready()).isEmpty();
    }

    private Path ready() {
        return folder.resolve("sequencer.ready");
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }
}
