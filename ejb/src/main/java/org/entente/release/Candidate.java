package org.entente.release;

import java.util.List;

/** A hat that could be named when the glass is broken. */
public record Candidate(String hat, String organisation, List<String> posts) {
    public Candidate {
        posts = List.copyOf(posts);
    }
}
