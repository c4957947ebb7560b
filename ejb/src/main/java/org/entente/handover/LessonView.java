package org.entente.handover;

import java.time.Instant;
import java.util.List;
import org.entente.mission.MissionView;

/** What an ended handover leaves to the next one: its lessons, and how far the benchmarks of its mission came (HND-17, HND-18). */
public record LessonView(
        String number,
        String from,
        String to,
        Instant closedAt,
        String lessons,
        List<MissionView.BenchmarkView> benchmarks) {
    public LessonView {
        benchmarks = List.copyOf(benchmarks);
    }
}
