package org.entente.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who asked whom, and what came of it: one direction of the traffic between two partners.
 *
 * @param requester null for what came through the broker
 * @param answered answered, or with the broker on the way back
 * @param refusals number of refusals by reason
 * @param heldBack answers that the broker could not pass on
 * @param overdue still waiting after the deadline
 * @param late answered after the deadline
 * @param medianMinutes from the request to its answer; null without an answer
 */
public record Pair(
        @Nullable String requester,
        String addressee,
        int requests,
        int answered,
        int refused,
        Map<String, Integer> refusals,
        int heldBack,
        int withdrawn,
        int waiting,
        int overdue,
        int late,
        @Nullable Long medianMinutes) {

    static List<Pair> of(List<Exchange> exchanges, Instant now) {
        Map<List<String>, List<Exchange>> pairs = exchanges.stream()
                .collect(Collectors.groupingBy(
                        e -> List.of(Objects.requireNonNullElse(e.requester(), ""), e.addressee())));
        List<Pair> all = new ArrayList<>();
        pairs.forEach((pair, some) -> all.add(one(pair, some, now)));
        all.sort(Comparator.comparing((Pair p) -> Objects.requireNonNullElse(p.requester, ""))
                .thenComparing(Pair::addressee));
        return all;
    }

    private static Pair one(List<String> pair, List<Exchange> some, Instant now) {
        Map<String, Integer> refusals = new TreeMap<>();
        some.stream()
                .filter(e -> e.state() == RequestState.REFUSED)
                .forEach(e -> refusals.merge(Objects.requireNonNull(e.reason()).name(), 1, Integer::sum));
        return new Pair(
                pair.getFirst().isEmpty() ? null : pair.getFirst(),
                pair.getLast(),
                some.size(),
                count(some, RequestState.ANSWERED) + count(some, RequestState.ANSWER_WITH_BROKER),
                count(some, RequestState.REFUSED),
                refusals,
                count(some, RequestState.HELD_BACK),
                count(some, RequestState.WITHDRAWN),
                (int) some.stream().filter(Exchange::waiting).count(),
                (int) some.stream().filter(e -> e.overdue(now)).count(),
                (int) some.stream().filter(Exchange::late).count(),
                median(some));
    }

    private static int count(List<Exchange> some, RequestState state) {
        return (int) some.stream().filter(e -> e.state() == state).count();
    }

    private static @Nullable Long median(List<Exchange> some) {
        List<Long> minutes = new ArrayList<>();
        for (Exchange e : some) {
            Instant answered = e.answered();
            if (answered != null) {
                minutes.add(Duration.between(e.began(), answered).toMinutes());
            }
        }
        if (minutes.isEmpty()) {
            return null;
        }
        minutes.sort(Comparator.naturalOrder());
        int middle = minutes.size() / 2;
        return minutes.size() % 2 == 1
                ? minutes.get(middle)
                : Long.valueOf((minutes.get(middle - 1) + minutes.get(middle)) / 2);
    }
}
