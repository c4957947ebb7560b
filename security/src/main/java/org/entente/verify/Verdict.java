package org.entente.verify;

import java.util.List;

/** What a verifier found, in lines for people; the first says it. */
public record Verdict(boolean sound, List<String> lines) {
    public Verdict {
        lines = List.copyOf(lines);
    }
}
