package org.entente.breach;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.entente.gate.Action;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/** A step of a breach case: from which state it leads to which. The one table; none can be skipped (AUD-10). */
public enum BreachStep {
    /** What could still get worse was stopped. */
    CONTAIN(BreachState.REPORTED, BreachState.CONTAINED, false),
    /** What happened, by somebody who had no part in it. */
    INVESTIGATE(BreachState.CONTAINED, BreachState.INVESTIGATED, true),
    /** What harm it did, by the same measure. */
    ASSESS(BreachState.INVESTIGATED, BreachState.DAMAGE_ASSESSED, true),
    /** The originator learns what happened and when. */
    INFORM(BreachState.DAMAGE_ASSESSED, BreachState.ORIGINATOR_INFORMED, false),
    CLOSE(BreachState.ORIGINATOR_INFORMED, BreachState.CLOSED, false);

    private final BreachState from;
    private final BreachState to;
    private final boolean independent;

    BreachStep(BreachState from, BreachState to, boolean independent) {
        this.from = from;
        this.to = to;
        this.independent = independent;
    }

    /** The step that a case in that state waits for; null if it is closed. */
    static @Nullable BreachStep after(BreachState state) {
        return Arrays.stream(values()).filter(s -> s.from == state).findFirst().orElse(null);
    }

    static @Nullable BreachStep of(String slug) {
        return Arrays.stream(values())
                .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(slug))
                .findFirst()
                .orElse(null);
    }

    BreachState from() {
        return from;
    }

    public BreachState to() {
        return to;
    }

    /** Whether nobody takes it who stood in the chain of access. */
    boolean independent() {
        return independent;
    }

    static Set<Role> roles() {
        return Action.HANDLE_BREACH.roles();
    }

    static boolean openTo(Hat hat) {
        return roles().stream().anyMatch(hat::has);
    }
}
