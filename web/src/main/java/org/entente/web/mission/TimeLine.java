package org.entente.web.mission;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.mission.Ends;
import org.entente.mission.MissionView;
import org.entente.mission.RelationType;
import org.entente.mission.RelationView;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand in the picture: a bar for each mission from its beginning to its legal end with a tick for each other end, a
 * path for each relation at the time from which it holds, a line for each year and one for today.
 */
public record TimeLine(int height, List<Bar> bars, List<Tick> ticks, List<Edge> edges, List<Year> years, int now) {
    static final TimeLine EMPTY = new TimeLine(0, List.of(), List.of(), List.of(), List.of(), 0);
    private static final int WIDTH = 900;
    private static final int TOP = 30;
    private static final int ROW = 46;
    private static final int THICK = 22;
    private static final int APART = 3;
    private static final int LANE = 10;

    public TimeLine {
        bars = List.copyOf(bars);
        ticks = List.copyOf(ticks);
        edges = List.copyOf(edges);
        years = List.copyOf(years);
    }

    public int width() {
        return WIDTH;
    }

    public record Bar(String code, int x, int y, int width, boolean ended) {}

    /** An end other than the legal one. */
    public record Tick(String end, int x, int y) {}

    public record Edge(RelationType type, String path, boolean arrow) {}

    public record Year(int year, int x) {}

    static TimeLine of(List<MissionView> missions, List<RelationView> relations, Instant now) {
        if (missions.isEmpty()) {
            return EMPTY;
        }
        Instant from = Stream.concat(missions.stream().map(MissionView::begins), Stream.of(now))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(now);
        Instant to = Stream.concat(
                        missions.stream()
                                .flatMap(m ->
                                        Stream.concat(Stream.of(m.ends().legal()), others(m.ends()).values().stream())),
                        Stream.of(now))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(now)
                .plus(Duration.ofDays(180));
        Scale scale = new Scale(from, to);
        Map<String, Integer> rows = new HashMap<>();
        List<Bar> bars = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        for (MissionView mission : missions) {
            int y = TOP + rows.size() * ROW;
            rows.put(mission.code(), y);
            Instant legal = mission.ends().legal();
            int x = scale.at(mission.begins(), 0);
            bars.add(new Bar(mission.code(), x, y, Math.max(2, scale.at(legal, WIDTH) - x), legal != null));
            others(mission.ends()).forEach((end, at) -> {
                if (at != null) {
                    ticks.add(new Tick(end, scale.at(at, 0), y));
                }
            });
        }
        List<Edge> edges = new ArrayList<>();
        List<Lane> taken = new ArrayList<>();
        for (RelationView relation : relations) {
            Integer begin = rows.get(relation.from());
            Integer end = rows.get(relation.to());
            if (begin != null && end != null) {
                Lane lane = new Lane(scale.at(relation.validFrom(), 0) + 8, Math.min(begin, end), Math.max(begin, end));
                // relations of one time stand beside each other
                while (taken.stream().anyMatch(lane::meets)) {
                    lane = lane.beside();
                }
                taken.add(lane);
                edges.addAll(drawn(relation.type(), lane.x, begin, end));
            }
        }
        List<Year> years = new ArrayList<>();
        for (int year = from.atZone(ZoneOffset.UTC).getYear() + 1;
                year <= to.atZone(ZoneOffset.UTC).getYear();
                year++) {
            years.add(new Year(year, scale.at(Instant.parse(year + "-01-01T00:00:00Z"), 0)));
        }
        return new TimeLine(TOP + rows.size() * ROW, bars, ticks, edges, years, scale.at(now, 0));
    }

    private static Map<String, @Nullable Instant> others(Ends ends) {
        Map<String, @Nullable Instant> others = new LinkedHashMap<>();
        others.put("operational", ends.operational());
        others.put("realignment", ends.realignment());
        others.put("liquidation", ends.liquidation());
        return others;
    }

    private static List<Edge> drawn(RelationType type, int x, int from, int to) {
        boolean down = to > from;
        int begin = down ? from + THICK : from;
        int end = down ? to - 2 : to + THICK + 2;
        return switch (type) {
            case SEQUENTIAL -> List.of(new Edge(type, path(x, begin, end), true));
            case PARALLEL -> List.of(new Edge(type, path(x, begin, end), false));
            case INTEGRATED ->
                List.of(
                        new Edge(type, path(x - APART, begin, end), false),
                        new Edge(type, path(x + APART, begin, end), false));
        };
    }

    private static String path(int x, int begin, int end) {
        return "M" + x + " " + begin + "V" + end;
    }

    /** Where a relation is drawn, from one row to another. */
    private record Lane(int x, int top, int bottom) {
        boolean meets(Lane other) {
            return Math.abs(x - other.x) < LANE && top <= other.bottom && other.top <= bottom;
        }

        Lane beside() {
            return new Lane(x + LANE, top, bottom);
        }
    }

    private record Scale(Instant from, Instant to) {
        int at(@Nullable Instant instant, int otherwise) {
            return instant == null
                    ? otherwise
                    : (int) (WIDTH
                            * Duration.between(from, instant).toHours()
                            / Math.max(1, Duration.between(from, to).toHours()));
        }
    }
}
