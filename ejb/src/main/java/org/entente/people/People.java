package org.entente.people;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.HatStatus;
import org.entente.identity.Interval;
import org.entente.identity.Role;
import org.entente.world.KnownWorld;
import org.entente.world.Person;
import org.entente.world.Personnel;
import org.jspecify.annotations.Nullable;

/** The people of one's organisation with their hats, for the offices that answer for them. */
@Stateless
public class People {
    private static final int MOST = 200;

    @Inject
    private Gate gate;

    /**
     * Which hats are looked for; null for any.
     *
     * @param words that name, person or hat contain, whatever the case
     * @param suspended those that are suspended, or those that are not
     */
    public record Search(
            @Nullable String words,
            @Nullable Role role,
            @Nullable String mission,
            @Nullable HatStatus status,
            @Nullable Boolean suspended) {}

    /**
     * Some of the hats that were looked for, by id.
     *
     * @param total of all of them
     * @param next the hat after which to go on; null at the end
     */
    public record PersonnelPage(
            List<PersonnelView> items, int total, @Nullable String next) {
        public PersonnelPage {
            items = List.copyOf(items);
        }
    }

    @Operation(Action.SEE_PEOPLE)
    public PersonnelPage list(Search search, @Nullable String after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refused.malformed("limit", "limit", "LIMIT", "'limit' is from 1 to " + MOST + ".");
        }
        KnownWorld world = gate.moment().world();
        Instant now = gate.moment().now();
        String organisation = gate.hat().organisation();
        List<Personnel> found = world.personnel().stream()
                .filter(p -> p.hat().organisation().equals(organisation))
                .filter(p -> fits(p, search, world, now))
                .toList();
        List<PersonnelView> page = found.stream()
                .filter(p -> after == null || p.hat().id().compareTo(after) > 0)
                .limit(limit)
                .map(p -> view(p, world, now))
                .toList();
        boolean more = !page.isEmpty()
                && found.getLast().hat().id().compareTo(page.getLast().hat()) > 0;
        gate.notes("people count=" + page.size());
        return new PersonnelPage(page, found.size(), more ? page.getLast().hat() : null);
    }

    /** One hat of one's organisation; what is another's is not there. */
    @Operation(Action.SEE_PERSONNEL)
    public PersonnelView find(String hat) {
        gate.asked(hat);
        KnownWorld world = gate.moment().world();
        Personnel one = world.personnel(hat);
        if (one == null) {
            throw Refused.notFound();
        }
        String organisation = one.hat().organisation();
        gate.decideOwn(hat, organisation, null, organisation.equals(gate.hat().organisation()));
        return view(one, world, gate.moment().now());
    }

    private static boolean fits(Personnel one, Search search, KnownWorld world, Instant now) {
        Hat hat = one.hat();
        Person person = world.personByCode(hat.person());
        String words = search.words();
        return (words == null
                        || Stream.of(hat.id(), hat.person(), person == null ? "" : person.name())
                                .anyMatch(t -> t.toLowerCase(Locale.ROOT)
                                        .contains(words.strip().toLowerCase(Locale.ROOT))))
                && (search.role() == null || hat.has(search.role()))
                && (search.mission() == null || hat.missionsAt(now).contains(search.mission()))
                && (search.status() == null || hat.statusAt(now) == search.status())
                && (search.suspended() == null || search.suspended() == (one.suspension() != null));
    }

    private static PersonnelView view(Personnel one, KnownWorld world, Instant now) {
        Hat hat = one.hat();
        Person person = world.personByCode(hat.person());
        Personnel.Suspension suspension = one.suspension();
        return new PersonnelView(
                hat.id(),
                hat.person(),
                person == null ? hat.person() : person.name(),
                hat.roles().stream().sorted().toList(),
                hat.posts().stream().sorted().toList(),
                hat.assignments().stream()
                        .map(a -> held(a.mission(), a.during()))
                        .toList(),
                current(hat.clearances().stream().map(c -> held(c.level(), c.during())), now),
                current(hat.briefings().stream().map(b -> held(b.scheme(), b.during())), now),
                one.conduct(),
                hat.statusAt(now),
                suspension == null ? null : suspension.at(),
                suspension == null ? null : suspension.by(),
                suspension == null ? null : suspension.reason());
    }

    private static PersonnelView.Held held(String what, Interval during) {
        return new PersonnelView.Held(what, during.from(), during.to());
    }

    private static List<PersonnelView.Held> current(Stream<PersonnelView.Held> all, Instant now) {
        return all.filter(h -> new Interval(h.from(), h.to()).contains(now)).toList();
    }

    /** Missions, levels and schemes that an act of one's organisation may name. */
    @Operation(Action.SEE_PEOPLE)
    public Choices choices() {
        KnownWorld world = gate.moment().world();
        String organisation = gate.hat().organisation();
        gate.notes("choices");
        Set<String> persons = world.personnel().stream()
                .map(Personnel::hat)
                .filter(h -> h.organisation().equals(organisation))
                .map(Hat::person)
                .collect(Collectors.toSet());
        return new Choices(
                world.policy().world().missions().stream()
                        .map(m -> m.code())
                        .sorted()
                        .toList(),
                world.policy().world().schemes().stream()
                        .filter(s -> s.organisation().equals(organisation))
                        .map(s -> s.levels())
                        .flatMap(Collection::stream)
                        .filter(l -> l.classified())
                        .map(l -> l.code())
                        .toList(),
                world.policy().world().schemes().stream()
                        .map(s -> s.code())
                        .sorted()
                        .toList(),
                persons.stream().sorted().toList(),
                world.personnel().stream()
                        .map(Personnel::hat)
                        .filter(h -> !h.organisation().equals(organisation) && ActKind.watches(h.roles()))
                        .map(Hat::id)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** What there is to choose from; auditors of other organisations for the one act that is about them. */
    public record Choices(
            List<String> missions,
            List<String> levels,
            List<String> schemes,
            List<String> persons,
            List<String> foreignAuditors) {}
}
