package org.entente.gate;

import org.jspecify.annotations.Nullable;

/** A view of something that the acting hat may judge; it carries the seal over what was shown ({@link Gate#seal}). */
public interface Seen {
    /** To be given back with the act; null where nothing here is for this hat to judge. */
    @Nullable
    String seen();
}
