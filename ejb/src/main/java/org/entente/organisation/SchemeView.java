package org.entente.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation's classification scheme, lowest level first, with how each level compares at this moment. */
public record SchemeView(String code, String organisation, boolean briefing, List<LevelView> levels) {

    /**
     * A level and its place in the table of equivalence.
     *
     * @param mark null where the scheme has none for what is unclassified (CLS-02)
     * @param tier what it compares as, never what it is converted to; null where no row is in force
     * @param assumed whether the row is only assumed, not agreed between the organisations
     */
    public record LevelView(
            String code,
            @Nullable String mark,
            boolean classified,
            @Nullable Integer tier,
            boolean assumed) {}
}
