package org.entente.deploy;

import java.io.PrintStream;
import java.util.Locale;

/** Says what is being done, and how long after the start. */
final class Progress {
    private final long started = System.nanoTime();
    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String sentence) {
        out.printf(Locale.ROOT, "%7.1f s  %s%n", elapsed(), sentence);
        out.flush();
    }

    synchronized void print(String text) {
        out.println(text);
        out.flush();
    }

    double elapsed() {
        return (System.nanoTime() - started) / 1e9;
    }
}
