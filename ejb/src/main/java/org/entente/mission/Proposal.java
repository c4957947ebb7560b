package org.entente.mission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to the graph of missions as somebody would have it. Nothing follows from it until everybody whom it binds has agreed.
 *
 * @param by the organisation that proposes it
 * @param mission that is to be, or that is to change
 * @param founding what the mission would be; of a change only what would change
 * @param relation what the relation would be, or which one is to end
 * @param asked those whose agreement it wants, with who gave it
 */
public record Proposal(
        String number,
        Kind kind,
        State state,
        String by,
        String hat,
        Instant at,
        String mission,
        @Nullable Founding founding,
        @Nullable RelationView relation,
        List<Asked> asked,
        @Nullable String why) {
    public Proposal {
        asked = List.copyOf(asked);
    }

    /** What it would do. */
    public enum Kind {
        FOUND,
        /** One more lead. */
        LEAD,
        /** Another host State, or none. */
        HOST,
        ENDS,
        RELATE,
        /** Other dates for a relation. */
        DATE,
        /** An end to a relation. */
        PART;

        /** Whether it is a relation's, which is agreed by a lead of each mission; a mission's is agreed by all of its leads. */
        public boolean ofRelation() {
            return this == RELATE || this == DATE || this == PART;
        }
    }

    /** What became of it. */
    public enum State {
        OPEN,
        AGREED,
        REFUSED,
        WITHDRAWN
    }

    /**
     * One agreement that it wants.
     *
     * @param place the lead, or the side of the relation
     * @param organisations any one of which gives it
     * @param agreed the organisation that gave it, with the hat and when
     */
    public record Asked(
            String place,
            List<String> organisations,
            @Nullable String agreed,
            @Nullable String hat,
            @Nullable Instant at) {
        public Asked {
            organisations = List.copyOf(organisations);
        }

        boolean open() {
            return agreed == null;
        }
    }

    public boolean open() {
        return state == State.OPEN;
    }

    boolean names(String organisation) {
        return by.equals(organisation)
                || asked.stream().anyMatch(a -> a.organisations().contains(organisation));
    }
}
