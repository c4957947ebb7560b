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
    public record Line(String kind, String name, int items, Map<Outcome, Integer> outcomes, int difference) {
        public Line {
            outcomes = Map.copyOf(outcomes);
        }
    }

    static Reconciliation of(List<Item> items) {
        List<Line> lines = new ArrayList<>();
        grouped(items, i -> List.of(i.level())).forEach((level, some) -> lines.add(line("LEVEL", level, some)));
        grouped(items, i -> i.barriers().stream().map(Enum::name).toList())
                .forEach((barrier, some) -> lines.add(line("BARRIER", barrier, some)));
        Line all = line("ALL", "", items);
        int sent = (int) items.stream()
                .filter(i -> i.disposition() != null && i.disposition().sent())
                .count();
        return new Reconciliation(items.size(), sent, all.outcomes, all.difference, lines);
    }

    private static Map<String, List<Item>> grouped(List<Item> items, Function<Item, List<String>> names) {
        Map<String, List<Item>> groups = new TreeMap<>();
        items.forEach(item -> names.apply(item)
                .forEach(name ->
                        groups.computeIfAbsent(name, n -> new ArrayList<>()).add(item)));
        return groups;
    }

    private static Line line(String kind, String name, List<Item> items) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        int open = 0;
        for (Item item : items) {
            @Nullable Outcome outcome = item.outcome();
            if (outcome == null) {
                open++;
            } else {
                outcomes.merge(outcome, 1, Integer::sum);
            }
        }
        return new Line(kind, name, items.size(), outcomes, open);
    }
}
