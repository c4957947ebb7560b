package org.entente.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a release stands and what belongs to that; the steps that are open follow from it. */
public sealed interface ReleaseState {
    Stage stage();

    /** Being decided on; nobody abroad has it. */
    record UnderReview(Stage stage, List<String> waitingFor) implements ReleaseState {
        public UnderReview {
            waitingFor = List.copyOf(waitingFor);
        }
    }

    /** Signed, and on its way to its recipients or with them. */
    record Going(
            Stage stage, List<String> outstanding, @Nullable Instant reviewDue) implements ReleaseState {
        public Going {
            outstanding = List.copyOf(outstanding);
        }
    }

    /** Over. */
    record Ended(Stage stage, String why) implements ReleaseState {}
}
