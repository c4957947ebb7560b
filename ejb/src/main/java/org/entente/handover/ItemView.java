package org.entente.handover;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of the inventory: never its title or its words. */
public record ItemView(
        String kind,
        String reference,
        int version,
        String contentHash,
        String originator,
        String marking,
        List<Barrier> barriers,
        boolean addendum,
        @Nullable Disposition disposition,
        @Nullable String reason,
        @Nullable String substitute,
        @Nullable String retention,
        boolean legalHold,
        boolean downgrade,
        @Nullable Outcome outcome,
        @Nullable String outcomeWhy,
        @Nullable String certificate,
        @Nullable String registerOut,
        @Nullable String registerIn,
        int priority) {
    public ItemView {
        barriers = List.copyOf(barriers);
    }

    static ItemView of(Item item) {
        return new ItemView(
                item.kind(),
                item.reference(),
                item.version(),
                java.util.HexFormat.of().formatHex(item.contentHash()),
                item.originator(),
                item.marking(),
                item.barriers().stream().sorted().toList(),
                item.addendum(),
                item.disposition(),
                item.reason(),
                item.substitute(),
                item.retention(),
                item.legalHold(),
                item.downgrade(),
                item.outcome(),
                item.outcomeWhy(),
                item.certificate(),
                item.registerOut(),
                item.registerIn(),
                item.priority());
    }
}
