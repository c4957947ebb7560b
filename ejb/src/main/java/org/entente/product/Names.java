package org.entente.product;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names and numbers, of any length: words with a capital, words of scripts that have none, and digits whatever stands between
 * them. Too short or too common to be forbidden by themselves, they are pointed out (CLS-42).
 */
final class Names {
    /** Below this a name between other letters is chance. */
    private static final int INSIDE = 5;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+(?:[\\s\\p{Pd}./,:]{1,2}\\p{Nd}+)*");
    private static final Pattern RUN = Pattern.compile("\\p{Nd}+");

    /** Words that begin sentences and name nobody. */
    private static final Set<String> COMMON = Set.copyOf(List.of(
            ("a an the this that these those it he she they we you i his her their our its one there here who which what when"
                            + " where in on at of to from by for with and or but not no as is are was were be has have had"
                            + " le la les l un une des du de d et ou il elle ils elles on nous vous ce cet cette ces son sa ses"
                            + " leur leurs en dans a au aux par pour avec sur sans qui que quoi dont ne pas est sont ont")
                    .split(" ")));

    private final Set<String> names = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    /** What these portions say and those do not. */
    Names(List<String> removed, List<String> kept) {
        for (String text : removed) {
            String seen = Folded.seen(text);
            words(seen).stream().filter(Names::name).map(Folded::lower).forEach(names::add);
            numbers.addAll(numbers(seen));
        }
        for (String text : kept) {
            String seen = Folded.seen(text);
            words(seen).stream().map(Folded::lower).forEach(names::remove);
            numbers.removeAll(numbers(seen));
        }
        names.removeAll(COMMON);
    }

    /** Those that a text says, as it says them. */
    Set<String> in(String text) {
        String seen = Folded.seen(text);
        Set<String> said = new LinkedHashSet<>();
        Set<String> words = new HashSet<>();
        for (String word : words(seen)) {
            words.add(Folded.lower(word));
            if (names.contains(Folded.lower(word))) {
                said.add(word);
            }
        }
        String squeezed = Folded.squeezed(text);
        names.stream()
                .filter(n -> n.length() >= INSIDE && !words.contains(n) && squeezed.contains(n))
                .sorted()
                .forEach(said::add);
        for (String number : written(seen)) {
            if (!disjoint(numbers(number))) {
                said.add(number);
            }
        }
        return said;
    }

    private boolean disjoint(Set<String> some) {
        return some.stream().noneMatch(numbers::contains);
    }

    private static List<String> words(String seen) {
        return WORD.matcher(seen).results().map(r -> r.group()).toList();
    }

    private static boolean name(String word) {
        return word.codePoints()
                .anyMatch(c -> Character.isUpperCase(c)
                        || Character.isTitleCase(c)
                        || Character.getType(c) == Character.OTHER_LETTER);
    }

    private static List<String> written(String seen) {
        return NUMBER.matcher(seen).results().map(r -> r.group()).toList();
    }

    /** Digits as ASCII has them: of each number the whole, and what stands between its blanks. */
    private static Set<String> numbers(String seen) {
        Set<String> numbers = new HashSet<>();
        for (String number : written(seen)) {
            numbers.add(digits(number));
            Matcher runs = RUN.matcher(number);
            while (runs.find()) {
                numbers.add(digits(runs.group()));
            }
        }
        return numbers;
    }

    private static String digits(String number) {
        StringBuilder digits = new StringBuilder();
        number.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }
}
