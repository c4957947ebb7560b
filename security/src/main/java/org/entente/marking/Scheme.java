package org.entente.marking;

import java.util.List;

/** An organisation's classification scheme, its levels lowest first (CLS-01: levels are data). */
public record Scheme(String code, String organisation, boolean briefing, List<Level> levels) {
    public Scheme {
        levels = List.copyOf(levels);
        for (int rank = 0; rank < levels.size(); rank++) {
            Level level = levels.get(rank);
            if (level.rank() != rank || !level.scheme().equals(code)) {
                throw new IllegalArgumentException(level.code() + " is out of place in the scheme " + code);
            }
        }
    }
}
