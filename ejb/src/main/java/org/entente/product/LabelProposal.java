package org.entente.product;

import java.util.ArrayList;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Seen;
import org.jspecify.annotations.Nullable;

/**
 * The label of a published product beside the one that it might get.
 *
 * @param foreign for each portion, whether its mark is another organisation's to change
 * @param marking the banner that it has
 * @param banner the banner that it would have
 * @param kind which way the label would go; null while nothing is changed
 * @param mine whether the acting hat may give it that label
 * @param warnings partners on the new list to whom no arrangement lets it go
 * @param seen the seal over the product as it is, for whoever changes its label
 */
public record LabelProposal(
        String number,
        String originator,
        List<String> portions,
        List<Boolean> foreign,
        @Nullable String titleMarking,
        String marking,
        @Nullable String compilationReason,
        String banner,
        LabelChange.@Nullable Kind kind,
        boolean mine,
        List<Objection> warnings,
        String seen)
        implements Seen {
    public LabelProposal {
        portions = List.copyOf(portions);
        foreign = List.copyOf(foreign);
        warnings = List.copyOf(warnings);
    }

    /** The same with what keeps the acting hat from it. */
    public LabelProposal but(List<Objection> more) {
        List<Objection> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new LabelProposal(
                number,
                originator,
                portions,
                foreign,
                titleMarking,
                marking,
                compilationReason,
                banner,
                kind,
                kind != null && more.isEmpty(),
                all,
                seen);
    }
}
