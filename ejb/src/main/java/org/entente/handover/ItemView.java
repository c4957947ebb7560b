package org.entente.handover;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of the inventory: never its title or its words.
 *
 * @param contentHash null for who may not read all of it
 * @param seal its part of the root that both sides sign
 * @param salt with which whoever reads it checks the seal
 */
public record ItemView(
        String kind,
        String reference,
        int version,
        @Nullable String contentHash,
        String seal,
        @Nullable String salt,
        String originator,
        String marking,
        List<Barrier> barriers,
        boolean addendum,
        @Nullable Disposition disposition,
        @Nullable String reason,
        @Nullable String substitute,
        @Nullable String retention,
        boolean legalHold,
        @Nullable Outcome outcome,
        @Nullable String outcomeWhy,
        @Nullable String certificate,
        @Nullable String registerOut,
        @Nullable String registerIn,
        int priority) {
    public ItemView {
        barriers = List.copyOf(barriers);
    }

    /** Whoever does not read it all learns no hash of what it says; the seal says nothing to whoever has not the salt. */
    static ItemView of(Item item, boolean read) {
        return new ItemView(
                item.kind(),
                item.reference(),
                item.version(),
                read ? HexFormat.of().formatHex(item.contentHash()) : null,
                HexFormat.of().formatHex(Digests.seal(item)),
                read ? HexFormat.of().formatHex(item.salt()) : null,
                item.originator(),
                item.marking(),
                item.barriers().stream().sorted().toList(),
                item.addendum(),
                item.disposition(),
                item.reason(),
                item.substitute(),
                item.retention(),
                item.legalHold(),
                item.outcome(),
                item.outcomeWhy(),
                item.certificate(),
                item.registerOut(),
                item.registerIn(),
                item.priority());
    }

    /** The same as it shows to who knows only the sanitised version that goes in its place. */
    static ItemView of(Item item, String reference, String originator, String marking) {
        return new ItemView(
                item.kind(),
                reference,
                0,
                null,
                HexFormat.of().formatHex(Digests.seal(item)),
                null,
                originator,
                marking,
                List.of(),
                item.addendum(),
                item.disposition(),
                null,
                reference,
                item.retention(),
                item.legalHold(),
                item.outcome(),
                item.outcomeWhy(),
                item.certificate(),
                item.registerOut(),
                item.registerIn(),
                item.priority());
    }
}
