package org.entente.marking;

import static org.entente.marking.Equivalence.Status.AGREED;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether one marking of an originator lets in nobody whom another keeps out. Joint originators must be the same: one more
 * lets its people in, one fewer is one whose arrangements no longer count.
 */
record Comparison(Vocabulary words, Tiers tiers, String originator, Instant at) {
    /** From this tier on only agreed equivalences carry. */
    private static final int AGREED_FROM = 3;

    boolean atMostAsWide(Marking narrow, Marking wide) {
        return levelReaches(narrow.level(), wide.level())
                && narrow.joint().equals(wide.joint())
                && narrow.contains().containsAll(wide.contains())
                && narrow.controls().containsAll(wide.controls())
                && narrow.notReleasableTo().containsAll(wide.notReleasableTo())
                && narrow.handling().containsAll(wide.handling())
                && audienceWithin(narrow, wide)
                && (wide.eyesOnly().isEmpty() || named(narrow, wide))
                && (wide.missions().isEmpty() || onMission(narrow, wide))
                && notBefore(narrow, wide)
                && notAfter(narrow, wide);
    }

    private boolean levelReaches(Level narrow, Level wide) {
        if (!narrow.scheme().equals(wide.scheme()) || narrow.rank() < wide.rank()) {
            return false;
        }
        return narrow.equals(wide) || !wide.classified() || (narrow.classified() && tierReaches(narrow, wide));
    }

    /** A higher level could stand at a lower tier of the table, or at one that was agreed with more partners. */
    private boolean tierReaches(Level narrow, Level wide) {
        Equivalence higher = tiers.row(narrow.code(), at);
        Equivalence lower = tiers.row(wide.code(), at);
        if (higher == null) {
            return true;
        }
        return lower != null
                && higher.tier() >= lower.tier()
                && (lower.tier() < AGREED_FROM || lower.status() == AGREED || higher.status() != AGREED);
    }

    private boolean audienceWithin(Marking narrow, Marking wide) {
        Set<String> wider = audience(wide);
        Set<String> narrower = audience(narrow);
        return wider == null || (narrower != null && wider.containsAll(narrower));
    }

    /** The organisations whose people may be let in; null for every one, as where persons are named. */
    private @Nullable Set<String> audience(Marking marking) {
        if (!marking.eyesOnly().isEmpty()
                || (!marking.level().classified() && marking.releasableTo().isEmpty())) {
            return null;
        }
        Set<String> audience = words.expand(marking.releasableTo(), at);
        audience.add(originator);
        audience.addAll(marking.joint());
        return audience;
    }

    private static boolean named(Marking narrow, Marking wide) {
        return !narrow.eyesOnly().isEmpty() && wide.eyesOnly().containsAll(narrow.eyesOnly());
    }

    private static boolean onMission(Marking narrow, Marking wide) {
        return !narrow.missions().isEmpty() && wide.missions().containsAll(narrow.missions());
    }

    private static boolean notBefore(Marking narrow, Marking wide) {
        return wide.embargoUntil() == null
                || (narrow.embargoUntil() != null
                        && !Objects.requireNonNull(narrow.embargoUntil()).isBefore(wide.embargoUntil()));
    }

    private static boolean notAfter(Marking narrow, Marking wide) {
        return wide.expires() == null
                || (narrow.expires() != null
                        && !Objects.requireNonNull(narrow.expires()).isAfter(wide.expires()));
    }
}
