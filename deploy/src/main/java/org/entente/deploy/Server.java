package org.entente.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One of the programs that Entente runs on, as the launcher sees it. */
interface Server {
    String name();

    Launch launch();

    /** Whether it does its work, which is more than having opened its port. */
    boolean answers();

    /** Why it will not do its work however long one waits, in a sentence; empty as long as it may. */
    default String refusal() {
        return "";
    }

    /** How long a start may take on a slow machine. */
    Duration patience();

    /** What remains to be done once it answers, after which it must answer still. */
    default void complete() {}

    /** Told when it would not come back, before the next attempt: a chance to drop what may be damaged. */
    default void mend() {}

    /** How to start it: passwords go by environment or standard input, where other users cannot read them. */
    record Launch(List<String> command, Map<String, String> environment, Path folder, Path log, String input) {
        public Launch {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }
}
