package org.entente.access;

import java.nio.IntBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.identity.Interval;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Scheme;
import org.entente.marking.Vocabulary;
import org.jspecify.annotations.Nullable;

/** One world, numbered and indexed: what markings and hats are compiled against. */
final class Atlas {
    private static final int TABLES_KEPT = 1 << 12;

    final World world;
    final Vocabulary vocabulary;
    final MarkingGrammar grammar;
    final Codes organisations;
    final Codes groups;
    final Codes missions;
    final Codes names;
    final Codes units;
    final List<Level> levels;
    final Map<String, Scheme> schemes = new HashMap<>();
    private final Map<String, Integer> levelNumbers = new HashMap<>();
    private final Map<String, List<Equivalence>> equivalences;
    private final Map<String, List<Consent>> consents;
    private final Map<IntBuffer, int[]> shared = new ConcurrentHashMap<>();

    Atlas(World world) {
        this.world = world;
        vocabulary = world.vocabulary();
        grammar = new MarkingGrammar(vocabulary);
        organisations = codes(world.organisations().stream().map(Organisation::code));
        groups = codes(world.groups().stream().map(Group::code));
        missions = codes(world.missions().stream().map(Mission::code));
        names = codes(Stream.concat(world.posts().stream(), world.persons().stream()));
        units = codes(world.units().stream().map(Unit::code));
        levels = world.schemes().stream()
                .flatMap(scheme -> scheme.levels().stream())
                .toList();
        world.schemes().forEach(scheme -> schemes.put(scheme.code(), scheme));
        levels.forEach(level -> levelNumbers.put(level.code(), levelNumbers.size()));
        equivalences = world.equivalences().stream().collect(Collectors.groupingBy(Equivalence::level));
        consents = world.consents().stream().collect(Collectors.groupingBy(Consent::product));
    }

    int number(Level level) {
        Integer number = levelNumbers.get(level.code());
        return number == null ? Codes.UNKNOWN : number;
    }

    @Nullable
    Level level(String code) {
        Integer number = levelNumbers.get(code);
        return number == null ? null : levels.get(number);
    }

    @Nullable
    Equivalence row(Level level, Instant at) {
        for (Equivalence row : equivalences.getOrDefault(level.code(), List.of())) {
            if (row.during().contains(at)) {
                return row;
            }
        }
        return null;
    }

    boolean consented(String giver, String receiver, String product, Instant at) {
        for (Consent consent : consents.getOrDefault(product, List.of())) {
            if (consent.giver().equals(giver)
                    && consent.receiver().equals(receiver)
                    && consent.during().contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** The same numbers, once: hats of one profile read one table, which so stays close to the processor. */
    int[] shared(int[] numbers) {
        if (shared.size() >= TABLES_KEPT) {
            shared.clear();
        }
        return shared.computeIfAbsent(IntBuffer.wrap(numbers), IntBuffer::array);
    }

    /** The organisations and groups of a list, kept apart. */
    Audience audience(Collection<String> codes) {
        return new Audience(organisations.bits(codes), groups.numbers(codes));
    }

    /** For each group, the stretches in which the organisation belongs to it. */
    Interval[][] stays(String organisation) {
        Interval[][] stays = new Interval[world.groups().size()][];
        for (int i = 0; i < stays.length; i++) {
            stays[i] = world.groups().get(i).members().stream()
                    .filter(member -> member.organisation().equals(organisation))
                    .map(Member::during)
                    .toArray(Interval[]::new);
        }
        return stays;
    }

    private static Codes codes(Stream<String> words) {
        return new Codes(words.toList());
    }
}
