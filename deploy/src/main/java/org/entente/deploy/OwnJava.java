package org.entente.deploy;

import java.util.ArrayList;
import java.util.List;

/** Starts programs of ours on the launcher's own Java and libraries, small: each mostly waits. */
final class OwnJava {
    private OwnJava() {}

    static List<String> command(String heap, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Installation.java(),
                "-Xmx" + heap,
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(arguments);
        return command;
    }
}
