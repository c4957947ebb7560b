package org.entente.handover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in the way of the next signature by one rule, counted.
 *
 * @param message of the first of them
 * @param where it is removed
 */
public record Obstacle(String rule, String message, int count, Place where) {
    /** Where something is removed that stands in the way. */
    public enum Place {
        PLAN,
        ITEMS,
        PEOPLE,
        MISSIONS
    }

    static List<Obstacle> of(List<PlanView.Blocker> blockers) {
        Map<String, List<PlanView.Blocker>> byRule = new LinkedHashMap<>();
        blockers.forEach(b -> byRule.computeIfAbsent(b.rule() + place(b), k -> new ArrayList<>())
                .add(b));
        return byRule.values().stream()
                .map(same -> new Obstacle(
                        same.getFirst().rule(), same.getFirst().message(), same.size(), place(same.getFirst())))
                .toList();
    }

    private static Place place(PlanView.Blocker blocker) {
        if (blocker.reference() == null) {
            return Place.PLAN;
        }
        return switch (blocker.rule()) {
            case "HND-16" -> Place.PEOPLE;
            case "HND-17" -> Place.MISSIONS;
            default -> Place.ITEMS;
        };
    }
}
