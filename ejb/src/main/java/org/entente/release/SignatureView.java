package org.entente.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said at a step.
 *
 * @param delegation under which it was signed, where it was
 * @param stands whether what was signed is still what is to be released; a change of version, recipients or caveats voids it
 */
public record SignatureView(
        Step step,
        Verdict verdict,
        String organisation,
        @Nullable String person,
        @Nullable String hat,
        Instant at,
        @Nullable String reason,
        @Nullable String delegation,
        boolean stands) {

    /** As another organisation sees it: people of others are reduced to their organisation. */
    SignatureView abroad() {
        return new SignatureView(step, verdict, organisation, null, null, at, null, null, stands);
    }

    SignatureView saying(@Nullable String why) {
        return new SignatureView(step, verdict, organisation, person, hat, at, why, delegation, stands);
    }
}
