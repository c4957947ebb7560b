package org.entente.handover;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was sent is what became of it, per level and per barrier (HND-06): items = received + rejected + destroyed +
 * returned + retained + on hold.
 *
 * @param difference items of which nobody has said what became of them
 */
public record Reconciliation(int items, int sent, Map<Outcome, Integer> outcomes, int difference, List<Line> lines) {
    public Reconciliation {
        outcomes = Map.copyOf(outcomes);
        lines = List.copyOf(lines);
    }

    /** The same for one level, or for one barrier. */
    public record Line(String kind, String name, int items, int sent, Map<Outcome, Integer> outcomes, int difference) {
        public Line {
            outcomes = Map.copyOf(outcomes);
        }
    }

    static Reconciliation of(List<Tally> tallies) {
        List<Line> lines = new ArrayList<>();
        grouped(tallies, t -> List.of(t.level())).forEach((level, some) -> lines.add(line("LEVEL", level, some)));
        grouped(tallies, t -> t.barriers().stream().map(Enum::name).toList())
                .forEach((barrier, some) -> lines.add(line("BARRIER", barrier, some)));
        Line all = line("ALL", "", tallies);
        return new Reconciliation(all.items, all.sent, all.outcomes, all.difference, lines);
    }

    private static Map<String, List<Tally>> grouped(List<Tally> tallies, Function<Tally, List<String>> names) {
        Map<String, List<Tally>> groups = new TreeMap<>();
        tallies.forEach(tally -> names.apply(tally)
                .forEach(name ->
                        groups.computeIfAbsent(name, n -> new ArrayList<>()).add(tally)));
        return groups;
    }

    private static Line line(String kind, String name, List<Tally> tallies) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        int items = 0;
        int sent = 0;
        int open = 0;
        for (Tally tally : tallies) {
            items += tally.items();
            sent += tally.sent() ? tally.items() : 0;
            @Nullable Outcome outcome = tally.outcome();
            if (outcome == null) {
                open += tally.items();
            } else {
                outcomes.merge(outcome, tally.items(), Integer::sum);
            }
        }
        return new Line(kind, name, items, sent, outcomes, open);
    }
}
