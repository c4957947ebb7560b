package org.entente.request;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.marking.Vocabulary;

/**
 * One of an organisation's own experts: who is asked about what (proposal 4: standing expertise on transnational threats).
 *
 * @param languages two-letter codes
 */
public record Expert(String hat, List<String> topics, List<String> areas, List<String> languages) {
    private static final int SHORTEST = 3;

    public Expert {
        topics = List.copyOf(topics);
        areas = List.copyOf(areas);
        languages = List.copyOf(languages);
    }

    /**
     * Whether a request about these is theirs: a common word in what both say, and none left out. An expert without areas knows
     * them all, a request without areas is about none in particular.
     */
    boolean knows(List<String> askedTopics, List<String> askedAreas) {
        boolean topic = common(topics, askedTopics);
        boolean area = common(areas, askedAreas);
        return (topic || area)
                && (topic || topics.isEmpty() || askedTopics.isEmpty())
                && (area || areas.isEmpty() || askedAreas.isEmpty());
    }

    private static boolean common(List<String> mine, List<String> asked) {
        Set<String> words = words(mine).collect(Collectors.toSet());
        return words(asked).anyMatch(words::contains);
    }

    /** Words without case and accents. */
    private static Stream<String> words(List<String> phrases) {
        return phrases.stream()
                .flatMap(p -> Arrays.stream(Vocabulary.folded(p).split("[^\\p{L}\\p{N}]+")))
                .filter(w -> w.length() >= SHORTEST);
    }
}
