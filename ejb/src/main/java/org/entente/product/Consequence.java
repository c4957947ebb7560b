package org.entente.product;

import java.util.List;

/**
 * What an act on a product set in motion: a release that is on its way now.
 *
 * @param next what it waits for, and whom
 */
public record Consequence(String release, String stage, List<String> recipients, List<Waiting> next) {
    private static final String BETWEEN = "|";
    private static final String WITHIN = "~";
    private static final String LISTED = ",";

    /** A step that somebody has to take now. */
    public record Waiting(String step, String organisation, List<String> roles) {
        public Waiting {
            roles = List.copyOf(roles);
        }
    }

    public Consequence {
        recipients = List.copyOf(recipients);
        next = List.copyOf(next);
    }

    /** As the idempotency table keeps it; all of it is codes. */
    String text() {
        StringBuilder text = new StringBuilder(String.join(BETWEEN, release, stage, String.join(LISTED, recipients)));
        next.forEach(n ->
                text.append(BETWEEN).append(String.join(WITHIN, n.step, n.organisation, String.join(LISTED, n.roles))));
        return text.toString();
    }

    static Consequence of(String text) {
        String[] parts = text.split("\\" + BETWEEN, -1);
        return new Consequence(
                parts[0],
                parts[1],
                listed(parts[2]),
                List.of(parts).subList(3, parts.length).stream()
                        .map(n -> n.split(WITHIN, -1))
                        .map(n -> new Waiting(n[0], n[1], listed(n[2])))
                        .toList());
    }

    private static List<String> listed(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(LISTED, -1));
    }
}
