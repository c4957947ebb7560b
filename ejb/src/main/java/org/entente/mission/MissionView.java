package org.entente.mission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mission with everything that is known of it. */
public record MissionView(
        String code,
        String name,
        String mandate,
        @Nullable String hostState,
        List<String> leads,
        @Nullable Instant begins,
        Ends ends,
        List<Dated> contributors,
        List<Dated> phases,
        List<BenchmarkView> benchmarks) {
    public MissionView {
        leads = List.copyOf(leads);
        contributors = List.copyOf(contributors);
        phases = List.copyOf(phases);
        benchmarks = List.copyOf(benchmarks);
    }

    /** Something with a name that holds for a time, half-open. */
    public record Dated(
            String name, @Nullable Instant from, @Nullable Instant to) {}

    /** What a mission is to have reached, on which ground, and what shows it (HND-17). */
    public record BenchmarkView(
            String number,
            String text,
            String source,
            String owner,
            BenchmarkStatus status,
            @Nullable String evidence) {}
}
