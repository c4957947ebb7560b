package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.entente.identity.Hat;
import org.entente.marking.Control;
import org.entente.marking.Handling;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;

/** The laws of caveats: order says nothing, and more caveats never let in more readers. */
class CaveatPropertyTest {
    private static final int TRIES = 100_000;
    private static final Map<Integer, MarkingGrammar> GRAMMARS = new ConcurrentHashMap<>();

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("CLS-20 parse(render(m)) = m, and rendering what a careless hand wrote is canonical")
    void parsingUndoesRendering(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = DecisionPropertyTest.world(dice);
        MarkingGrammar grammar = GRAMMARS.computeIfAbsent(
                System.identityHashCode(made), unused -> new MarkingGrammar(made.world.vocabulary()));
        String originator = dice.one(List.of("A", "B", "C"));
        Marking marking = made.marking(originator);
        assertEquals(new Parsed.Ok(marking), grammar.parse(originator, marking.canonical()));
        assertEquals(new Parsed.Ok(marking), grammar.parse(originator, new Scribble(dice).of(marking)));
        if (marking.level().scheme().equals("S" + originator)) {
            String quoting = marking.level().mark() == null ? originator : "D";
            assertEquals(new Parsed.Ok(marking), grammar.parse(quoting, marking.portionMark()));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("CAV-02 shuffled caveats decide alike")
    void shuffledCaveatsDecideAlike(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = DecisionPropertyTest.world(dice);
        String originator = dice.one(GeneratedWorld.ORGANISATIONS);
        Marking marking = made.marking(originator);
        ProductFacts product = made.product(marking, originator, dice.instant(), List.of());
        ProductFacts scribbled = marked(product, new Scribble(dice).of(marking));
        Hat hat = dice.one(made.hats);
        Instant at = dice.instant();
        assertEquals(made.policy.decide(hat, product, at, true), made.policy.decide(hat, scribbled, at, true));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("CAV-02 a world whose lists are shuffled has the same hash and decides alike")
    void shuffledWorldsDecideAlike(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = DecisionPropertyTest.world(dice);
        World world = made.world;
        World shuffled = new World(
                dice.shuffled(world.schemes()),
                dice.shuffled(world.equivalences()),
                dice.shuffled(world.organisations()),
                dice.shuffled(world.groups()),
                dice.shuffled(world.missions()),
                dice.shuffled(world.arrangements()),
                dice.shuffled(world.consents()),
                dice.shuffled(world.bars()),
                dice.shuffled(world.units()),
                dice.shuffled(world.memberships()),
                world.posts(),
                world.persons());
        assertArrayEquals(world.hash(), shuffled.hash());
        assertEquals(world.text(), World.of(shuffled.text()).text());
        AccessPolicy other = AccessPolicy.of(shuffled);
        for (int i = 0; i < 20; i++) {
            String originator = dice.one(GeneratedWorld.ORGANISATIONS);
            ProductFacts product = made.product(made.marking(originator), originator, dice.instant(), List.of());
            Hat hat = dice.one(made.hats);
            Instant at = dice.instant();
            assertEquals(made.policy.decide(hat, product, at, false), other.decide(hat, product, at, false));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("CAV-03 adding a caveat never widens access, removing one never narrows it")
    void addingACaveatNeverWidens(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = DecisionPropertyTest.world(dice);
        String originator = dice.one(GeneratedWorld.ORGANISATIONS);
        Marking marking = made.marking(originator);
        ProductFacts product = made.product(marking, originator, dice.instant(), List.of());
        Marking more = withOneMore(made, marking, product, dice);
        Hat hat = dice.one(made.hats);
        Instant at = dice.instant();
        boolean acknowledged = dice.percent(50);
        Outcome before = made.policy.decide(hat, product, at, acknowledged).outcome();
        Outcome after = made.policy
                .decide(hat, marked(product, more.canonical()), at, acknowledged)
                .outcome();
        assertTrue(after.compareTo(before) <= 0, () -> marking.canonical() + " -> " + more.canonical() + " " + hat);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("CAV-03 adding an organisation to REL TO grants nobody outside it")
    void addingToRelGrantsNobodyElse(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = DecisionPropertyTest.world(dice);
        String originator = dice.one(GeneratedWorld.ORGANISATIONS);
        Marking marking = made.marking(originator);
        String added = dice.one(GeneratedWorld.ORGANISATIONS);
        Hat hat = dice.one(made.hats);
        boolean listed = !marking.releasableTo().isEmpty();
        if (listed
                && !hat.organisation().equals(added)
                && !marking.notReleasableTo().contains(added)) {
            List<String> rel = new ArrayList<>(marking.releasableTo());
            rel.add(added);
            Marking wider = with(marking, marking.contains(), marking.controls(), rel, marking.missions());
            ProductFacts product = made.product(marking, originator, dice.instant(), List.of());
            Instant at = dice.instant();
            assertEquals(
                    made.policy.decide(hat, product, at, false),
                    made.policy.decide(hat, marked(product, wider.canonical()), at, false));
        }
    }

    /**
     * One caveat more. EYES ONLY and REL TO are lists that let in and JOINT says whose it is: these are no caveats and have
     * their own properties. MISSION names the product's own mission, which arrangements for that mission cover anyway.
     */
    private static Marking withOneMore(GeneratedWorld made, Marking marking, ProductFacts product, Dice dice) {
        List<String> contains = new ArrayList<>(marking.contains());
        Set<Control> controls = EnumSet.noneOf(Control.class);
        controls.addAll(marking.controls());
        List<String> missions = new ArrayList<>(marking.missions());
        List<String> excluded = new ArrayList<>(marking.notReleasableTo());
        Set<Handling> handling = EnumSet.noneOf(Handling.class);
        handling.addAll(marking.handling());
        LocalDate embargo = marking.embargoUntil();
        LocalDate expires = marking.expires();
        switch (dice.below(7)) {
            case 0 -> contains.add(dice.one(GeneratedWorld.ORGANISATIONS));
            case 1 -> controls.add(marking.level().classified() ? dice.one(List.of(Control.values())) : Control.PII);
            case 2 -> {
                if (missions.isEmpty() && product.mission() != null) {
                    missions.add(product.mission());
                }
            }
            case 3 -> excluded.add(dice.one(GeneratedWorld.GROUPS));
            case 4 -> handling.add(dice.one(List.of(Handling.values())));
            case 5 -> embargo = embargo == null && expires == null ? dice.day() : embargo;
            default -> expires = embargo == null && expires == null ? dice.day() : expires;
        }
        excluded.removeAll(marking.releasableTo());
        excluded.remove(product.originator());
        excluded.removeIf(code -> made.everHasOneOf(code, marking.joint()));
        contains.removeAll(marking.joint());
        return new Marking(
                marking.level(),
                marking.joint(),
                contains,
                controls,
                marking.releasableTo(),
                marking.eyesOnly(),
                missions,
                excluded,
                handling,
                embargo,
                expires);
    }

    private static Marking with(
            Marking marking, List<String> contains, Set<Control> controls, List<String> rel, List<String> missions) {
        return new Marking(
                marking.level(),
                marking.joint(),
                contains,
                controls,
                rel,
                marking.eyesOnly(),
                missions,
                marking.notReleasableTo(),
                marking.handling(),
                marking.embargoUntil(),
                marking.expires());
    }

    static ProductFacts marked(ProductFacts product, String marking) {
        return new ProductFacts(
                product.id(),
                product.type(),
                product.originator(),
                product.mission(),
                product.published(),
                marking,
                product.portions(),
                product.releases(),
                product.emergency(),
                product.unit());
    }
}
