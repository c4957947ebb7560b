package org.entente.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.entente.identity.Interval;
import org.jspecify.annotations.Nullable;

/** Chance that can be repeated: one seed, one course of events. Instants fall on few days, so that edges are met. */
final class Dice {
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final int DAYS = 8;

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    <T> List<T> some(List<T> items, int chance) {
        List<T> some = new ArrayList<>();
        for (T item : items) {
            if (percent(chance)) {
                some.add(item);
            }
        }
        return some;
    }

    <T extends Comparable<T>> Set<T> set(List<T> items, int chance) {
        return new TreeSet<>(some(items, chance));
    }

    <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        return shuffled;
    }

    /** A midnight, or a second before or after one. */
    Instant instant() {
        Instant midnight = FIRST.plusSeconds(86_400L * below(DAYS));
        return percent(50) ? midnight : midnight.plusSeconds(below(3) - 1L);
    }

    /** Every instant at which anything generated can change, and its neighbours, in order. */
    static List<Instant> instants() {
        List<Instant> all = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int second = -1; second <= 1; second++) {
                all.add(FIRST.plusSeconds(86_400L * day + second));
            }
        }
        return all;
    }

    Interval interval() {
        if (percent(60)) {
            return Interval.ALWAYS;
        }
        Instant one = FIRST.plusSeconds(86_400L * below(DAYS));
        Instant other = FIRST.plusSeconds(86_400L * below(DAYS));
        boolean ordered = !other.isBefore(one);
        return new Interval(orNull(ordered ? one : other), orNull(ordered ? other : one));
    }

    java.time.LocalDate day() {
        return java.time.LocalDate.of(2020, 1, 1).plusDays(below(DAYS));
    }

    private @Nullable Instant orNull(Instant instant) {
        return percent(30) ? null : instant;
    }
}
