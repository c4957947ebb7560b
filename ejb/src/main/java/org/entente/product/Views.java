package org.entente.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.entente.gate.Objection;
import org.entente.gate.Shown;
import org.jspecify.annotations.Nullable;

/** Turns what is stored into what is shown. */
final class Views {
    private static final String BETWEEN = "\t";
    private static final String LINE = "\n";

    private Views() {}

    /** What whoever judges a product goes by. */
    static Shown shown(Product product, Version version) {
        return Shown.of(product.number())
                .with("state", product.state())
                .with("version", version.number())
                .with("marking", version.marking())
                .with("titleMarking", version.titleMarking())
                .with("portionMarkings", version.portionMarkings())
                .with("text", version.contentHash());
    }

    static DraftView draft(
            Product product,
            Version version,
            Map<Integer, Content.Words> words,
            @Nullable String parent,
            List<Objection> warnings,
            String seen) {
        List<PortionView> portions = new ArrayList<>();
        for (int i = 1; i <= version.portions().size(); i++) {
            Portion portion = version.portions().get(i - 1);
            portions.add(portion.with(Integer.toString(i), Content.at(words, i), portion.sources()));
        }
        return new DraftView(
                product.number(),
                product.type().name(),
                product.originator(),
                product.mission(),
                product.state(),
                version.marking(),
                version.titleMarking(),
                Content.at(words, Content.TITLE),
                version.number(),
                version.contentHash(),
                Commitments.of(version, words),
                product.author(),
                product.filedAt(),
                product.confirmedBy(),
                product.damage() == null ? null : product.damage().name(),
                product.withdrawnAt(),
                product.returnedWhy(),
                product.withdrawnWhy(),
                version.compilationReason(),
                version.likelihood() == null ? null : version.likelihood().name(),
                version.confidence() == null ? null : version.confidence().name(),
                version.method() == null ? null : version.method().name(),
                product.unit(),
                portions,
                parent,
                parent == null ? List.of() : product.sanitisedPortions(),
                warnings,
                seen);
    }

    static DraftLine line(Product product, Version version, Map<Long, String> titles) {
        return new DraftLine(
                product.number(),
                product.type().name(),
                product.state(),
                version.marking(),
                product.author(),
                product.submittedAt() == null ? product.filedAt() : Objects.requireNonNull(product.submittedAt()),
                product.returnedWhy(),
                titles.getOrDefault(version.id(), ""));
    }

    /** A receipt as the idempotency table keeps it. */
    static String text(Receipt receipt) {
        return String.join(
                BETWEEN,
                receipt.number(),
                receipt.state().name(),
                Integer.toString(receipt.version()),
                receipt.marking(),
                receipt.contentHash(),
                receipt.setInMotion().stream().map(Consequence::text).collect(Collectors.joining(LINE)));
    }

    static Receipt receipt(String text) {
        String[] parts = text.split(BETWEEN, -1);
        // answers that were kept before this platform told of consequences have none
        List<Consequence> consequences = parts.length < 6 || parts[5].isEmpty()
                ? List.of()
                : Arrays.stream(parts[5].split(LINE, -1)).map(Consequence::of).toList();
        return new Receipt(
                parts[0], ProductState.valueOf(parts[1]), Integer.parseInt(parts[2]), parts[3], parts[4], consequences);
    }
}
