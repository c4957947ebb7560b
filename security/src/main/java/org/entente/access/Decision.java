package org.entente.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entente.marking.Handling;

/** The answer to "may this hat read this product now?". Reasons are sorted and meant for the auditor. */
public sealed interface Decision {
    Outcome outcome();

    default List<Reason> reasons() {
        return List.of();
    }

    /** The ids of the portions that stay hidden, in document order. */
    default List<String> withheld() {
        return List.of();
    }

    record NoHat(List<Reason> reasons) implements Decision {
        public NoHat {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Outcome outcome() {
            return Outcome.NO_HAT;
        }
    }

    record Hidden(List<Reason> reasons) implements Decision {
        public Hidden {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Outcome outcome() {
            return Outcome.HIDDEN;
        }
    }

    record HeaderOnly(List<Reason> reasons) implements Decision {
        public HeaderOnly {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Outcome outcome() {
            return Outcome.HEADER;
        }
    }

    record AcknowledgementRequired(List<String> withheld) implements Decision {
        public AcknowledgementRequired {
            withheld = List.copyOf(withheld);
        }

        @Override
        public Outcome outcome() {
            return Outcome.ACKNOWLEDGE;
        }
    }

    record Permit(List<String> withheld, Set<Handling> obligations) implements Decision {
        public Permit {
            withheld = List.copyOf(withheld);
            EnumSet<Handling> ordered = EnumSet.noneOf(Handling.class);
            ordered.addAll(obligations);
            obligations = Collections.unmodifiableSet(ordered);
        }

        @Override
        public Outcome outcome() {
            return Outcome.PERMIT;
        }
    }
}
