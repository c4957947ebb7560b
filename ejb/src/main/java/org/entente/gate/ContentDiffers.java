package org.entente.gate;

import jakarta.ejb.ApplicationException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was to be opened is not what was filed: nothing of it is served, and the record of that has an id to ask by. */
@ApplicationException(rollback = true)
public final class ContentDiffers extends RuntimeException {
    private static final long serialVersionUID = 1;
    private @Nullable UUID record;

    public ContentDiffers(String what) {
        super("what is stored differs from what was filed: " + what);
    }

    /** The id of the record that says so; of several operations, one inside the other, the innermost one's. */
    public @Nullable UUID record() {
        return record;
    }

    void recorded(UUID id) {
        if (record == null) {
            record = id;
        }
    }
}
