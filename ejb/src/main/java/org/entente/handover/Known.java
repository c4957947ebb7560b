package org.entente.handover;

import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.access.Outcome;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.product.Circulation;
import org.entente.waiting.UnderWay;
import org.jspecify.annotations.Nullable;

/**
 * What of a plan's items the acting hat may know (CAV-10). Those who hold them know all; before the agreement everybody else
 * learns how many there are of each level, and afterwards of each item what the policy lets them know of its product.
 */
@ApplicationScoped
class Known {
    private static final String UNSAID = "It concerns something that you may not know of.";

    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    private Circulation circulation;

    @Inject
    private OpenWork openWork;

    /** The platform itself carries out what is due, and tells nobody. */
    boolean all(Plan plan) {
        Hat hat = gate.hatIfClear();
        return hat == null || hat.organisation().equals(plan.predecessor());
    }

    boolean countsOnly(Plan plan) {
        return !all(plan) && plan.stage() == Stage.DRAFT;
    }

    /**
     * How an item shows to somebody: as itself, or as the sanitised version that goes in its place, of which alone they know.
     *
     * @param read whether all of it is read
     */
    private record Face(String reference, String originator, String marking, boolean read, boolean itself) {}

    private Map<String, Face> faces(Plan plan, List<Item> items) {
        Map<String, Face> faces = new HashMap<>();
        if (all(plan)) {
            items.forEach(
                    i -> faces.put(i.reference(), new Face(i.reference(), i.originator(), i.marking(), true, true)));
            return faces;
        }
        if (countsOnly(plan) || items.isEmpty()) {
            return faces;
        }
        Map<String, String> entries = new HashMap<>();
        shelf.on(c -> rows(
                c,
                "SELECT i.reference, e.reference about FROM handover_item i JOIN register_entry e ON e.number = i.reference"
                        + " WHERE i.plan = ? AND i.kind = 'ENTRY'",
                r -> entries.put(r.getString("reference"), r.getString("about")),
                plan.id()));
        Map<String, Circulation.Seen> seen = shown(
                items.stream()
                        .flatMap(i -> Stream.of(product(i, entries), goes(i)))
                        .distinct()
                        .toList(),
                gate.hat());
        for (Item item : items) {
            Circulation.Seen one = seen.get(product(item, entries));
            Circulation.Seen other = seen.get(goes(item));
            if (one != null) {
                boolean read = one.outcome() == Outcome.PERMIT;
                faces.put(item.reference(), new Face(item.reference(), item.originator(), item.marking(), read, true));
            } else if (other != null) {
                var version = other.product();
                faces.put(
                        item.reference(),
                        new Face(version.number(), version.originator(), version.marking(), false, false));
            }
        }
        return faces;
    }

    /** Of these products, those that are published and not hidden from this hat. */
    private Map<String, Circulation.Seen> shown(Collection<String> products, Hat hat) {
        Map<String, Circulation.Seen> shown = new HashMap<>(circulation.seen(products, hat));
        shown.values().removeIf(s -> !s.product().published() || s.outcome().compareTo(Outcome.HIDDEN) <= 0);
        return shown;
    }

    private static String goes(Item item) {
        String substitute = item.substitute();
        return item.disposition() == Disposition.SANITISE_THEN_COPY && substitute != null
                ? substitute
                : item.reference();
    }

    /** The references of those that this hat may know as themselves. */
    Set<String> of(Plan plan, List<Item> items) {
        return faces(plan, items).entrySet().stream()
                .filter(f -> f.getValue().itself)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String product(Item item, Map<String, String> entries) {
        return entries.getOrDefault(item.reference(), item.reference());
    }

    List<Item> among(Plan plan, List<Item> items) {
        Map<String, Face> faces = faces(plan, items);
        return items.stream().filter(i -> faces.containsKey(i.reference())).toList();
    }

    /** The item that shows to this hat under that reference; null if none does. */
    @Nullable
    Item find(Plan plan, String reference) {
        if (all(plan)) {
            return shelf.item(plan, reference);
        }
        return named(plan, shelf.items(plan), List.of(reference)).stream()
                .findFirst()
                .orElse(null);
    }

    /** Those of them that show to this hat under these references. */
    List<Item> named(Plan plan, List<Item> items, List<String> references) {
        Set<String> wanted = Set.copyOf(references);
        Map<String, Face> faces = faces(plan, items);
        return items.stream()
                .filter(i -> faces.containsKey(i.reference()))
                .filter(i -> wanted.contains(Objects.requireNonNull(faces.get(i.reference())).reference))
                .toList();
    }

    List<String> references(Plan plan, List<Item> items) {
        return views(plan, items).stream().map(ItemView::reference).toList();
    }

    List<ItemView> views(Plan plan, List<Item> items) {
        Map<String, Face> faces = faces(plan, items);
        List<ItemView> views = new ArrayList<>();
        for (Item item : items) {
            Face face = faces.get(item.reference());
            if (face != null) {
                views.add(view(item, face));
            }
        }
        return views;
    }

    ItemView view(Plan plan, Item item) {
        return showing(plan, item).apply(item);
    }

    /** How it shows now, for afterwards: what was handed back is not to be seen any more by who hands it back. */
    Function<Item, ItemView> showing(Plan plan, Item item) {
        Face face = Objects.requireNonNull(faces(plan, List.of(item)).get(item.reference()), "it was just found");
        return i -> view(i, face);
    }

    private static ItemView view(Item item, Face face) {
        return face.itself
                ? ItemView.of(item, face.read)
                : ItemView.of(item, face.reference, face.originator, face.marking);
    }

    /** What stands in the way, without what it says of things that this hat may not know of: of these, that there is something. */
    List<PlanView.Blocker> blockers(Plan plan, List<PlanView.Blocker> all, List<Item> items) {
        if (all(plan) || all.stream().allMatch(b -> b.reference() == null)) {
            return all;
        }
        Set<String> known = new HashSet<>(of(plan, items));
        known.addAll(openWork(plan));
        Set<String> unsaid = new HashSet<>();
        List<PlanView.Blocker> shown = new ArrayList<>();
        for (PlanView.Blocker blocker : all) {
            String reference = blocker.reference();
            if (reference == null || blocker.rule().equals("HND-17") || known.contains(last(reference))) {
                shown.add(blocker);
            } else if (unsaid.add(blocker.rule())) {
                shown.add(new PlanView.Blocker(blocker.rule(), null, UNSAID));
            }
        }
        return shown;
    }

    /** A blocker of open work names its kind before its number. */
    private static String last(String reference) {
        return reference.substring(reference.lastIndexOf(' ') + 1);
    }

    /** By level, and after the agreement by all that is counted. */
    List<Tally> tallies(Plan plan) {
        List<Tally> tallies = shelf.tallies(plan);
        return countsOnly(plan)
                ? tallies.stream()
                        .map(t -> new Tally(t.level(), EnumSet.noneOf(Barrier.class), null, null, false, t.items()))
                        .toList()
                : tallies;
    }

    /** What of the work under way this hat may know of: about products that it may, or asked by or of its own organisation. */
    Set<String> openWork(Plan plan) {
        @Nullable Hat hat = gate.hatIfClear();
        if (hat == null || countsOnly(plan)) {
            return Set.of();
        }
        List<UnderWay.Owed> all =
                openWork.of(plan).stream().map(OpenWork.Work::owed).toList();
        Map<String, Circulation.Seen> seen = shown(
                all.stream()
                        .map(UnderWay.Owed::product)
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .toList(),
                hat);
        return all.stream()
                .filter(w -> w.parties().contains(hat.organisation())
                        || (w.product() != null && seen.containsKey(w.product())))
                .map(UnderWay.Owed::reference)
                .collect(Collectors.toSet());
    }
}
