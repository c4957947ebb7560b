package org.entente.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.access.AccessPolicy;
import org.entente.access.Arrangement;
import org.entente.access.Ground;
import org.entente.access.Outcome;
import org.entente.access.Release;
import org.entente.access.Releases;
import org.entente.access.World;
import org.entente.access.WorldFile;
import org.entente.gate.Sight;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.world.KnownWorlds;
import org.entente.world.Moment;

/** The list index against the plain meaning of a list: all products, decided one by one, sorted. */
class ListingTest {
    private static final WorldFile.Loaded SCENARIO = scenario();
    private static final AccessPolicy POLICY = AccessPolicy.of(withAnArrangementOfSomeWeeks());
    private static final Instant START = Instant.parse("2013-06-01T00:00:00Z");
    private static final List<ClassFacts> CLASSES = classes();

    @Property(tries = 400)
    void theListAndTheCountOfAHatAreTheProductsThatDecideBetterThanHidden(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int limit) {
        Random random = new Random(seed);
        FakeShelf shelf = new FakeShelf();
        Listing listing = new Listing(shelf, new NoWords());
        Hat hat = SCENARIO.hats().get(random.nextInt(SCENARIO.hats().size()));
        for (int round = 1; round <= 3; round++) {
            for (int i = 0; i < 60; i++) {
                shelf.put(random);
            }
            Instant now = START.plus(Duration.ofHours(random.nextInt(24 * 170)));
            Moment moment = new Moment(KnownWorlds.of(POLICY), now, round);
            shelf.changes = round;
            Sight sight = new Sight(hat, POLICY, now, 1);
            Filter filter = filter(random);
            List<String> expected = shelf.plain(sight, filter);
            assertEquals(expected, whole(listing, moment, sight, filter, limit));
            assertEquals(
                    expected.size(),
                    listing.<Long>on(moment, l -> l.count(sight, filter, Window.of(filter, now, null), null)));
        }
    }

    @Property(tries = 200)
    void byAppearanceTheListIsTheSameProductsOldestFirstAndNoPageRepeatsOrLeavesOutAny(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int limit) {
        Random random = new Random(seed);
        FakeShelf shelf = new FakeShelf();
        Listing listing = new Listing(shelf, new NoWords());
        Hat hat = SCENARIO.hats().get(random.nextInt(SCENARIO.hats().size()));
        for (int i = 0; i < 100; i++) {
            shelf.put(random);
        }
        shelf.changes = 1;
        Instant now = START.plus(Duration.ofHours(random.nextInt(24 * 170)));
        Moment moment = new Moment(KnownWorlds.of(POLICY), now, 1);
        Sight sight = new Sight(hat, POLICY, now, 1);
        Sightings sightings = new Sightings(sight);
        Map<String, Instant> since = new HashMap<>();
        shelf.places
                .values()
                .forEach(p -> since.put(
                        p.number(), sightings.since(Objects.requireNonNull(CLASSES.get(p.classId())), p.appearance())));
        List<String> expected = shelf.plain(sight, Filter.NONE).stream()
                .filter(n -> !Objects.requireNonNull(since.get(n)).isAfter(now))
                .sorted(Comparator.comparing((String n) -> Objects.requireNonNull(since.get(n)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> all = new ArrayList<>();
        @org.jspecify.annotations.Nullable Row after = null;
        while (true) {
            Row last = after;
            List<Row> page = listing.on(
                    moment, l -> l.appeared(sight, Filter.NONE, Window.of(Filter.NONE, now, null), last, limit, null));
            page.forEach(r -> all.add(r.number()));
            if (page.size() < limit) {
                break;
            }
            after = page.getLast();
        }
        assertEquals(expected, all);
    }

    private static List<String> whole(Listing listing, Moment moment, Sight sight, Filter filter, int limit) {
        List<String> all = new ArrayList<>();
        @org.jspecify.annotations.Nullable Row after = null;
        while (true) {
            Window window = Window.of(filter, sight.now(), after);
            List<Row> page = listing.on(moment, l -> l.page(sight, filter, window, limit, null));
            page.forEach(r -> all.add(r.number()));
            if (page.size() < limit) {
                return all;
            }
            after = page.getLast();
        }
    }

    private static Filter filter(Random random) {
        return new Filter(
                null,
                random.nextInt(4) == 0 ? "MINUSMA" : null,
                random.nextInt(4) == 0 ? "FLASH" : null,
                random.nextInt(4) == 0 ? "AU" : null,
                random.nextInt(3) == 0 ? START.plus(Duration.ofDays(random.nextInt(60))) : null,
                random.nextInt(3) == 0 ? START.plus(Duration.ofDays(60L + random.nextInt(60))) : null);
    }

    /** Products in a map, changed at random. */
    private static final class FakeShelf extends Shelf {
        private final Map<Long, Place> places = new HashMap<>();
        private long changes;

        void put(Random random) {
            long id = 1L + random.nextInt(120);
            String number = "N" + Long.toString(id, 36) + (id % 3 == 0 ? "-R1" : "");
            Instant published = START.plus(Duration.ofHours(6L * random.nextInt(600)));
            ProductState state = random.nextInt(8) == 0 ? ProductState.WITHDRAWN : ProductState.PUBLISHED;
            places.put(
                    id,
                    new Place(
                            id,
                            number,
                            random.nextInt(CLASSES.size()),
                            published,
                            state,
                            id,
                            handed(random),
                            new Appearance(published, published.plus(Duration.ofDays(random.nextInt(3))), List.of())));
        }

        private static Releases handed(Random random) {
            List<Release> all = new ArrayList<>();
            for (String receiver : List.of("UN", "AU", "ECOWAS", "EU")) {
                if (random.nextBoolean()) {
                    Instant from = START.plus(Duration.ofDays(random.nextInt(100)));
                    Instant to = random.nextBoolean() ? null : from.plus(Duration.ofDays(random.nextInt(80)));
                    all.add(new Release(receiver, Set.of(), new Interval(from, to)));
                }
            }
            return new Releases(all);
        }

        List<String> plain(Sight sight, Filter filter) {
            return places.values().stream()
                    .filter(p -> p.state() == ProductState.PUBLISHED)
                    .filter(p -> filter.admits(CLASSES.get(p.classId())))
                    .filter(p -> within(filter, Objects.requireNonNull(p.published())))
                    .filter(p -> sight.decide(
                                            CLASSES.get(p.classId())
                                                    .shared(
                                                            p.number(),
                                                            Objects.requireNonNull(p.published()),
                                                            p.releases(),
                                                            POLICY),
                                            true)
                                    .outcome()
                                    .compareTo(Outcome.HIDDEN)
                            > 0)
                    .sorted(Comparator.comparing(
                                    (Place p) -> Objects.requireNonNull(p.published()), Comparator.reverseOrder())
                            .thenComparing(Place::number))
                    .map(Place::number)
                    .toList();
        }

        private static boolean within(Filter filter, Instant published) {
            Instant from = filter.from();
            Instant to = filter.to();
            return (from == null || !published.isBefore(from)) && (to == null || published.isBefore(to));
        }

        @Override
        List<Place> everything() {
            return List.copyOf(places.values());
        }

        @Override
        List<Place> changesAfter(long seq) {
            return seq >= changes ? List.of() : List.copyOf(places.values());
        }

        @Override
        ClassFacts classFacts(int id) {
            return CLASSES.get(id);
        }
    }

    /** Says nothing. */
    private static final class NoWords extends TextIndex {
        @Override
        synchronized void place(List<Shelf.Place> places) {
            // no words here
        }
    }

    private static List<ClassFacts> classes() {
        List<ClassFacts> classes = new ArrayList<>();
        SCENARIO.products()
                .forEach(p -> classes.add(new ClassFacts(
                        p.originator(),
                        p.type(),
                        p.mission(),
                        p.marking(),
                        p.portions().stream().map(q -> q.marking()).toList(),
                        p.id().hashCode() % 2 == 0 ? Ground.RELEASE : Ground.MARKING,
                        p.unit())));
        for (String marking : List.of(
                "AU UNCLASSIFIED",
                "AU RESTRICTED//REL TO AU, ECOWAS//EXPIRES 20130801",
                "AU RESTRICTED//REL TO AU, UN//EMBARGO UNTIL 20130715/EXPIRES 20130901",
                "AU UNCLASSIFIED//MISSION MINUSMA",
                "NOT A MARKING")) {
            classes.add(new ClassFacts("AU", "SITREP", "MINUSMA", marking, List.of(), Ground.MARKING, null));
            classes.add(new ClassFacts("AU", "FLASH", null, marking, List.of("(AU-U)"), Ground.RELEASE, null));
        }
        return List.copyOf(classes);
    }

    /** So that what a hat sees changes with time and with nothing else. */
    private static World withAnArrangementOfSomeWeeks() {
        World w = SCENARIO.world();
        List<Arrangement> arrangements = new ArrayList<>(w.arrangements());
        Interval weeks = new Interval(Instant.parse("2013-07-10T07:00:00Z"), Instant.parse("2013-09-01T15:30:00Z"));
        arrangements.add(new Arrangement("EU", "ECOWAS", null, "R-UE/EU-R", weeks));
        return new World(
                w.schemes(),
                w.equivalences(),
                w.organisations(),
                w.groups(),
                w.missions(),
                arrangements,
                w.consents(),
                w.posts(),
                w.persons());
    }

    private static WorldFile.Loaded scenario() {
        try (Reader text = Files.newBufferedReader(Path.of("..", "docs", "spec", "vectors", "mali-13.json"))) {
            return (WorldFile.Loaded) WorldFile.read(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
