package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entente.access.AccessClass;
import org.entente.access.Outcome;
import org.entente.access.Releases;
import org.entente.access.Visibility;
import org.entente.gate.Shared;
import org.entente.gate.Sight;
import org.entente.world.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The list index: for every access class the sorted places of its products, in memory, derived from the tables and following
 * their change log. A page merges the classes that the hat sees, so that what it does not see costs it nothing and shows in
 * nothing. The index only proposes; rows are fetched and decided again before they leave.
 */
@ApplicationScoped
class Listing {
    private static final int MOST_REMEMBERED = 2_000;

    private final Shelf shelf;
    private final TextIndex text;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Integer, Rows> byClass = new HashMap<>();
    private final Map<Integer, ClassFacts> classes = new HashMap<>();
    private final Map<Long, Row> byProduct = new HashMap<>();
    private final Map<Long, Releases> handed = new HashMap<>();
    private final Map<Long, Appearance> appearances = new HashMap<>();
    private Map<Integer, AccessClass> compiled = Map.of();
    private final ConcurrentHashMap<String, Seeing> seeing = new ConcurrentHashMap<>();
    private volatile long compiledFor = -1;
    private volatile long changes = -1;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    Listing() {
        this(null, null);
    }

    @Inject
    Listing(Shelf shelf, TextIndex text) {
        this.shelf = shelf;
        this.text = text;
    }

    /** What a hat sees of a class that has something in it. */
    private record Seen(Rows rows, ClassFacts facts, AccessClass access, Visibility visibility) {}

    /** Brings the index up to the moment's changes and world, and runs the query on it. */
    <T> T on(Moment moment, java.util.function.Function<Listing, T> query) {
        while (true) {
            follow(moment);
            lock.readLock().lock();
            try {
                if (upTo(moment)) {
                    return query.apply(this);
                }
            } finally {
                lock.readLock().unlock();
            }
        }
    }

    private boolean upTo(Moment moment) {
        return changes >= moment.changes() && compiledFor == moment.world().version();
    }

    /** The next rows of the window, at most {@code limit}, each decided better than hidden. */
    List<Row> page(Sight sight, Filter filter, Window window, int limit, @Nullable Predicate<Row> also) {
        record Head(Seen seen, int index) {
            Row row() {
                return seen.rows.get(index);
            }
        }
        Comparator<Head> inOrder = Comparator.comparing(Head::row);
        List<Head> heads = new ArrayList<>();
        for (Seen seen : seen(sight, filter)) {
            int start = seen.rows.startingAt(window.first());
            if (start >= 0 && window.holds(seen.rows.get(start))) {
                heads.add(new Head(seen, start));
            }
        }
        PriorityQueue<Head> merge = new PriorityQueue<>(Math.max(1, heads.size()), inOrder);
        merge.addAll(heads);
        List<Row> page = new ArrayList<>(limit);
        while (page.size() < limit && !merge.isEmpty()) {
            Head head = merge.poll();
            Row row = head.row();
            if ((also == null || also.test(row)) && visible(head.seen, row, sight)) {
                page.add(row);
            }
            if (head.index > 0 && window.holds(head.seen.rows.get(head.index - 1))) {
                merge.add(new Head(head.seen, head.index - 1));
            }
        }
        return page;
    }

    long count(Sight sight, Filter filter, Window window, @Nullable Predicate<Row> also) {
        long count = 0;
        for (Seen seen : seen(sight, filter)) {
            int start = seen.rows.startingAt(window.first());
            if (seen.visibility == Visibility.ALWAYS && also == null && window.downTo() == Long.MIN_VALUE) {
                count += start + 1;
                continue;
            }
            for (int i = start; i >= 0 && window.holds(seen.rows.get(i)); i--) {
                Row row = seen.rows.get(i);
                if ((also == null || also.test(row)) && visible(seen, row, sight)) {
                    count++;
                }
            }
        }
        return count;
    }

    /** What became visible to the hat's organisation after the cursor's row, oldest first; a row's instant is that of its appearance. */
    List<Row> appeared(
            Sight sight, Filter filter, Window window, @Nullable Row after, int limit, @Nullable Predicate<Row> also) {
        record Found(Row row, Seen seen, Row place) {}
        Sightings sightings = new Sightings(sight);
        List<Found> found = new ArrayList<>();
        for (Seen seen : seen(sight, filter)) {
            for (int i = seen.rows.startingAt(window.first()); i >= 0 && window.holds(seen.rows.get(i)); i--) {
                Row row = seen.rows.get(i);
                Instant since = sightings.since(seen.facts, appearance(row));
                if (Sightings.after(after, since.toEpochMilli(), row.number())
                        && !since.isAfter(sight.now())
                        && Sightings.within(filter, since)) {
                    found.add(new Found(
                            row, seen, new Row(since.toEpochMilli(), row.number(), row.productId(), row.classId())));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingLong((Found f) -> f.place.published())
                        .thenComparing(f -> f.place.number()))
                .filter(f -> (also == null || also.test(f.row)) && visible(f.seen, f.row, sight))
                .limit(limit)
                .map(Found::place)
                .toList();
    }

    /** Whether a row became visible when the filter asks for. */
    Predicate<Row> appearedWithin(Sight sight, Filter filter) {
        Sightings sightings = new Sightings(sight);
        return row -> Sightings.within(
                filter, sightings.since(Objects.requireNonNull(classes.get(row.classId())), appearance(row)));
    }

    private Appearance appearance(Row row) {
        return Objects.requireNonNull(appearances.get(row.productId()));
    }

    String originator(Row row) {
        return Objects.requireNonNull(classes.get(row.classId())).originator();
    }

    /** Whether the hat reads this portion (0: the title) of this product now; what the text search asks of every hit. */
    boolean readable(Row row, int ordinal, Sight sight, boolean acknowledged) {
        ClassFacts facts = classes.get(row.classId());
        AccessClass access = compiled.get(row.classId());
        if (facts == null || access == null) {
            return false;
        }
        var decision = sight.decide(shared(row, facts, access), acknowledged);
        return decision.outcome() == Outcome.PERMIT && !decision.withheld().contains(Integer.toString(ordinal));
    }

    @Nullable
    Row row(long productId) {
        return byProduct.get(productId);
    }

    @Nullable
    ClassFacts facts(int classId) {
        return classes.get(classId);
    }

    /** What one hat sees, for as long as that does not change by itself. */
    private record Seeing(long world, long changes, Instant from, Instant until, List<Seen> all) {
        boolean holds(Sight sight, long changesNow) {
            return world == sight.worldVersion()
                    && changes == changesNow
                    && !sight.now().isBefore(from)
                    && sight.now().isBefore(until);
        }
    }

    private List<Seen> seen(Sight sight, Filter filter) {
        Seeing known = seeing.get(sight.hat().id());
        if (known == null || !known.holds(sight, changes)) {
            known = look(sight);
            if (seeing.size() >= MOST_REMEMBERED) {
                seeing.clear();
            }
            seeing.put(sight.hat().id(), known);
        }
        return filter.everywhere()
                ? known.all
                : known.all.stream().filter(s -> filter.admits(s.facts)).toList();
    }

    private Seeing look(Sight sight) {
        List<Seen> seen = new ArrayList<>();
        byClass.forEach((id, rows) -> {
            ClassFacts facts = classes.get(id);
            AccessClass access = compiled.get(id);
            Visibility visibility = access == null ? Visibility.NEVER : sight.visibility(access);
            if (facts != null && access != null && visibility != Visibility.NEVER) {
                seen.add(new Seen(rows, facts, access, visibility));
            }
        });
        return new Seeing(sight.worldVersion(), changes, sight.now(), sight.standsUntil(), List.copyOf(seen));
    }

    private boolean visible(Seen seen, Row row, Sight sight) {
        return seen.visibility == Visibility.ALWAYS
                || sight.decide(shared(row, seen.facts, seen.access), true)
                                .outcome()
                                .compareTo(Outcome.HIDDEN)
                        > 0;
    }

    private Shared shared(Row row, ClassFacts facts, AccessClass access) {
        return new Shared(
                row.number(),
                facts.originator(),
                facts.marking(),
                Instant.ofEpochMilli(row.published()),
                access,
                facts.portionIds(),
                handed.getOrDefault(row.productId(), Releases.NONE));
    }

    private void follow(Moment moment) {
        if (upTo(moment)) {
            return;
        }
        lock.writeLock().lock();
        try {
            if (changes < moment.changes()) {
                List<Shelf.Place> places = changes < 0 ? shelf.everything() : shelf.changesAfter(changes);
                places.forEach(this::place);
                text.place(places);
                changes = moment.changes();
                compiledFor = -1;
            }
            if (compiledFor != moment.world().version()) {
                var policy = moment.world().policy();
                compiled = classes.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().compiledBy(policy)));
                compiledFor = moment.world().version();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void place(Shelf.Place place) {
        handed.remove(place.id());
        appearances.remove(place.id());
        Row before = byProduct.remove(place.id());
        if (before != null) {
            Rows rows = byClass.get(before.classId());
            if (rows != null) {
                rows.remove(before);
            }
        }
        Instant published = place.published();
        if (place.state() == ProductState.PUBLISHED && published != null) {
            classes.computeIfAbsent(place.classId(), shelf::classFacts);
            Row row = new Row(published.toEpochMilli(), place.number(), place.id(), place.classId());
            byProduct.put(place.id(), row);
            appearances.put(place.id(), place.appearance());
            if (!place.releases().all().isEmpty()) {
                handed.put(place.id(), place.releases());
            }
            byClass.computeIfAbsent(place.classId(), c -> new Rows()).add(row);
        }
    }
}
