package org.entente.gate;

import jakarta.ejb.ApplicationException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was to be opened or gone by is not what an act wrote: nobody gets or does anything on it, and the record of that has an id to ask by. */
@ApplicationException(rollback = true)
public final class StoredDiffers extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String slug;
    private @Nullable UUID record;

    private StoredDiffers(String slug, String what) {
        super("what is stored differs from what was written: " + what);
        this.slug = slug;
    }

    /** Words that are not those that were filed. */
    public static StoredDiffers content(String what) {
        return new StoredDiffers("content-differs", what);
    }

    /** A row that no act made. */
    public static StoredDiffers row(String what) {
        return new StoredDiffers("row-differs", what);
    }

    public String slug() {
        return slug;
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
