package org.entente.label;

import org.entente.gate.Refused;
import org.jspecify.annotations.Nullable;

/** A reason, which every act on a label has. */
final class Reasons {
    private static final int LONGEST = 4_000;

    private Reasons() {}

    static String needed(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refused.objected("reason-missing", "reason", "CLS-40", "A reason is needed.");
        }
        if (reason.length() > LONGEST) {
            throw Refused.objected(
                    "reason-too-long", "reason", "CLS-40", "A reason has at most " + LONGEST + " characters.");
        }
        return reason.strip();
    }
}
