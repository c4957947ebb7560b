package org.entente.product;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.access.AccessClass;
import org.entente.access.AccessPolicy;
import org.entente.access.Ground;
import org.entente.access.Releases;
import org.entente.gate.Shared;
import org.jspecify.annotations.Nullable;

/** Everything a decision depends on but instants and the product's number, as it is stored once for all equal products. */
record ClassFacts(
        String originator,
        String type,
        @Nullable String mission,
        String marking,
        List<String> portions,
        Ground ground,
        @Nullable String unit) {
    private static final String BETWEEN = "\n";

    ClassFacts {
        portions = List.copyOf(portions);
    }

    static ClassFacts stored(
            String originator,
            String type,
            @Nullable String mission,
            String marking,
            String portions,
            Ground ground,
            @Nullable String unit) {
        List<String> marks = portions.isEmpty() ? List.of() : List.of(portions.split(BETWEEN));
        return new ClassFacts(originator, type, mission, marking, marks, ground, unit);
    }

    String storedPortions() {
        return String.join(BETWEEN, portions);
    }

    AccessClass compiledBy(AccessPolicy policy) {
        return policy.classOf(originator, type, mission, marking, portions, ground, unit);
    }

    /** One product of this class, ready to be decided on. */
    Shared shared(String number, Instant published, Releases releases, AccessPolicy policy) {
        return new Shared(number, originator, marking, published, compiledBy(policy), portionIds(), releases);
    }

    List<String> portionIds() {
        return IntStream.rangeClosed(1, portions.size())
                .mapToObj(Integer::toString)
                .toList();
    }

    byte[] digest() {
        String text = String.join(
                "\u0000", originator, type, mission == null ? "" : mission, marking, storedPortions(), ground.name());
        if (unit != null) {
            text += "\u0000" + unit;
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
