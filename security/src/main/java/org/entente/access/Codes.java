package org.entente.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Numbers the words of one kind, so that sets of them become bits. A word that is unknown has the number -1. */
final class Codes {
    static final int UNKNOWN = -1;

    private final Map<String, Integer> numbers = new HashMap<>();

    Codes(Collection<String> words) {
        words.forEach(word -> numbers.putIfAbsent(word, numbers.size()));
    }

    int of(String word) {
        Integer number = numbers.get(word);
        return number == null ? UNKNOWN : number;
    }

    int size() {
        return numbers.size();
    }

    long[] bits(Collection<String> words) {
        long[] bits = new long[(size() >> 6) + 1];
        words.forEach(word -> set(bits, of(word)));
        return bits;
    }

    int[] numbers(Collection<String> words) {
        return words.stream()
                .mapToInt(this::of)
                .filter(number -> number != UNKNOWN)
                .toArray();
    }

    static void set(long[] bits, int number) {
        if (number != UNKNOWN) {
            bits[number >> 6] |= 1L << number;
        }
    }

    static boolean has(long[] bits, int number) {
        return number != UNKNOWN && (bits[number >> 6] & 1L << number) != 0;
    }

    static boolean meet(long[] bits, long[] others) {
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & others[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    static boolean meet(int[] few, int[] others) {
        for (int number : few) {
            for (int other : others) {
                if (number == other) {
                    return true;
                }
            }
        }
        return false;
    }
}
