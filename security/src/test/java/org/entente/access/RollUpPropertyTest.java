package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.entente.identity.Hat;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.entente.marking.RollUp;
import org.entente.marking.RolledUp;
import org.entente.marking.Width;

/** The laws of the roll-up, in worlds whose tables rise with the levels. */
class RollUpPropertyTest {
    private static final int TRIES = 100_000;

    private record Scene(GeneratedWorld made, RollUp rollUp, MarkingGrammar grammar) {
        static Scene of(int number) {
            GeneratedWorld made = new GeneratedWorld(number, true);
            RollUp rollUp = new RollUp(made.world.vocabulary(), made.world.equivalences());
            return new Scene(made, rollUp, new MarkingGrammar(made.world.vocabulary()));
        }
    }

    private static final Map<Integer, Scene> SCENES = new ConcurrentHashMap<>();

    private static Scene scene(Dice dice) {
        Scene scene = SCENES.computeIfAbsent(dice.below(200), Scene::of);
        scene.made().using(dice);
        return scene;
    }

    private static List<Marking> portions(Scene scene, Dice dice, boolean foreign) {
        List<Marking> portions = new ArrayList<>();
        for (int i = 1 + dice.below(3); i > 0; i--) {
            String author = foreign && dice.percent(30) ? dice.one(List.of("B", "C")) : "A";
            Marking portion = scene.made().marking(author);
            if (portion.level().scheme().equals("S" + author)) {
                portions.add(portion);
            }
        }
        return portions;
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("roll-up is commutative and idempotent, and its banner parses")
    void commutativeAndIdempotent(@ForAll long seed) {
        Dice dice = new Dice(seed);
        Scene scene = scene(dice);
        List<Marking> portions = portions(scene, dice, true);
        Instant at = dice.instant();
        RolledUp whole = scene.rollUp().of("A", at, portions);
        List<Marking> repeated = new ArrayList<>(portions);
        repeated.addAll(dice.some(portions, 50));
        assertEquals(whole, scene.rollUp().of("A", at, dice.shuffled(repeated)));
        if (whole instanceof RolledUp.Banner(Marking banner)) {
            assertEquals(new Parsed.Ok(banner), scene.grammar().parse("A", banner.canonical()));
            assertEquals(whole, scene.rollUp().of("A", at, List.of(banner)));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("roll-up is associative over portions of one originator, wherever each step has a banner")
    void associative(@ForAll long seed) {
        Dice dice = new Dice(seed);
        Scene scene = scene(dice);
        List<Marking> left = portions(scene, dice, false);
        List<Marking> right = portions(scene, dice, false);
        List<Marking> all = new ArrayList<>(left);
        all.addAll(right);
        Instant at = dice.instant();
        if (scene.rollUp().of("A", at, left) instanceof RolledUp.Banner(Marking first)
                && scene.rollUp().of("A", at, right) instanceof RolledUp.Banner(Marking second)
                && !left.isEmpty()
                && !right.isEmpty()) {
            assertEquals(scene.rollUp().of("A", at, all), scene.rollUp().of("A", at, List.of(first, second)));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("adding a portion never widens who may read, unless it names persons of its own")
    void addingAPortionNeverWidens(@ForAll long seed) {
        Dice dice = new Dice(seed);
        Scene scene = scene(dice);
        List<Marking> portions = portions(scene, dice, true);
        List<Marking> more = new ArrayList<>(portions);
        more.addAll(portions(scene, dice, true));
        Instant at = dice.instant();
        if (!portions.isEmpty()
                && scene.rollUp().of("A", at, portions) instanceof RolledUp.Banner(Marking before)
                && scene.rollUp().of("A", at, more) instanceof RolledUp.Banner(Marking after)) {
            Hat hat = dice.one(scene.made().hats);
            List<String> formerly = new ArrayList<>(before.joint());
            formerly.removeAll(after.joint());
            boolean namesNewly =
                    before.eyesOnly().isEmpty() && !after.eyesOnly().isEmpty();
            // a list names its originator's organisation as a whole, which is what opens it to all of its units
            ProductFacts product = JointPropertyTest.ofNoUnit(scene.made().product(before, "A", at, List.of()));
            if ((!namesNewly || hat.organisation().equals("A"))
                    && !consented(scene, formerly, hat, product, at)
                    && !(product.emergency() && formerly.contains(hat.organisation()))) {
                assertNotWider(scene, hat, product, after, at);
            }
        }
    }

    /** Whether a former joint originator lets its part through by its own word. */
    private static boolean consented(Scene scene, List<String> formerly, Hat hat, ProductFacts product, Instant at) {
        return scene.made().world.consents().stream()
                .anyMatch(consent -> formerly.contains(consent.giver())
                        && consent.receiver().equals(hat.organisation())
                        && consent.product().equals(product.id())
                        && consent.during().contains(at));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("HND-11 a banner's joint originators are every portion's; every other one of a portion is a giver")
    void jointOriginatorsAreCommonAndTheOthersGivers(@ForAll long seed) {
        Dice dice = new Dice(seed);
        Scene scene = scene(dice);
        List<Marking> portions = portions(scene, dice, true);
        if (!portions.isEmpty()
                && scene.rollUp().of("A", dice.instant(), portions) instanceof RolledUp.Banner(Marking banner)) {
            boolean everywhere = portions.stream().allMatch(p -> p.joint().containsAll(banner.joint()));
            assertTrue(everywhere, () -> portions + " -> " + banner);
            for (Marking portion : portions) {
                for (String other : portion.joint()) {
                    boolean giver = banner.contains().contains(other);
                    boolean one = other.equals("A") || giver != banner.joint().contains(other);
                    assertTrue(one, () -> portions + " -> " + banner);
                }
            }
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("CLS-34 what is not wider lets in nobody whom the banner keeps out, missions' own arrangements apart")
    void widthIsSound(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = DecisionPropertyTest.world(dice);
        RollUp rollUp = new RollUp(made.world.vocabulary(), made.world.equivalences());
        Marking banner = made.marking("A");
        Marking given = dice.percent(50) ? made.marking("A", banner.level()) : made.marking("A");
        if (dice.percent(70)) {
            given = made.jointly(given, banner.joint());
        }
        assertNothingWider(made, rollUp, banner, given, dice.instant());
    }

    private static void assertNothingWider(
            GeneratedWorld made, RollUp rollUp, Marking banner, Marking given, Instant at) {
        Width width = rollUp.compare("A", at, banner, given);
        if (width != Width.WIDER) {
            for (Hat hat : made.hats) {
                if (made.world.arrangements().stream().anyMatch(one -> boundToMission(one, banner, hat))) {
                    continue;
                }
                ProductFacts product = JointPropertyTest.ofNoUnit(made.product(banner, "A", at, List.of()));
                Decision under = made.policy.decide(hat, product, at, false);
                Decision proposed =
                        made.policy.decide(hat, CaveatPropertyTest.marked(product, given.canonical()), at, false);
                assertTrue(
                        reads(under) || !reads(proposed),
                        () -> banner.canonical() + " / " + given.canonical() + " " + hat);
            }
        }
    }

    private static boolean boundToMission(Arrangement arrangement, Marking banner, Hat hat) {
        return (arrangement.giver().equals("A") || banner.joint().contains(arrangement.giver()))
                && arrangement.receiver().equals(hat.organisation())
                && arrangement.mission() != null;
    }

    /** Whether the content is open; a higher level may well turn hidden into header, since it ends a comparison. */
    private static boolean reads(Decision decision) {
        return decision.outcome().compareTo(Outcome.HEADER) > 0;
    }

    private static void assertNotWider(Scene scene, Hat hat, ProductFacts product, Marking after, Instant at) {
        AccessPolicy policy = scene.made().policy;
        boolean before = reads(policy.decide(hat, product, at, false));
        boolean now = reads(policy.decide(hat, CaveatPropertyTest.marked(product, after.canonical()), at, false));
        assertTrue(before || !now, () -> product.marking() + " -> " + after.canonical() + " " + hat);
    }
}
