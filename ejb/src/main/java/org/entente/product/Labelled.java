package org.entente.product;

import java.util.List;
import org.entente.marking.Marking;
import org.jspecify.annotations.Nullable;

/** A filing whose every marking has parsed, with its banner. */
record Labelled(
        Marking banner,
        @Nullable String titleMark,
        ProductType type,
        @Nullable String mission,
        String title,
        List<Portion> portions,
        List<Marking> portionMarkings,
        List<String> texts,
        @Nullable String compilationReason,
        @Nullable Likelihood likelihood,
        @Nullable Confidence confidence,
        @Nullable AcquisitionMethod method) {}
