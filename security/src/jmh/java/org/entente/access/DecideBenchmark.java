package org.entente.access;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.accumulo.access.Access;
import org.apache.accumulo.access.AccessEvaluator;
import org.apache.accumulo.access.AccessExpression;
import org.entente.identity.Hat;
import org.entente.marking.Marking;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Random pairs of 20,000 markings and 2,000 hats; all contestants agree on 10,000 of them before the clock starts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@NullUnmarked
public class DecideBenchmark {
    private static final int MARKINGS = 20_000;
    private static final int HATS = 2_000;
    private static final int PAIRS = 1 << 14;
    private static final Instant NOW = Instant.parse("2020-06-01T00:00:00Z");
    private static final Instant PUBLISHED = Instant.parse("2020-01-01T00:00:00Z");

    private AccessPolicy policy;
    private AccessClass[] classes;
    private ProductFacts[] products;
    private Hat[] hats;
    private Standing[] standings;
    private String[][][] wants;
    private Set<String>[] holds;
    private AccessExpression[] expressions;
    private AccessEvaluator[] evaluators;
    private final int[] pairMarking = new int[PAIRS];
    private final int[] pairHat = new int[PAIRS];
    private int next;

    @Setup
    @SuppressWarnings({"unchecked", "rawtypes"})
    public void compile() {
        Partners partners = new Partners();
        policy = AccessPolicy.of(partners.world);
        List<Marking> markings = partners.markings(MARKINGS);
        hats = partners.hats(HATS).toArray(new Hat[0]);
        Access access = Access.builder().build();
        classes = new AccessClass[MARKINGS];
        products = new ProductFacts[MARKINGS];
        wants = new String[MARKINGS][][];
        expressions = new AccessExpression[MARKINGS];
        for (int i = 0; i < MARKINGS; i++) {
            Marking marking = markings.get(i);
            String originator = marking.level().scheme();
            products[i] =
                    new ProductFacts("p" + i, "INTREP", originator, null, PUBLISHED, marking.canonical(), List.of());
            classes[i] = policy.classOf(originator, "INTREP", null, marking.canonical(), List.of());
            List<List<String>> groups = Partners.wants(marking);
            wants[i] =
                    groups.stream().map(group -> group.toArray(new String[0])).toArray(String[][]::new);
            expressions[i] = access.newExpression(groups.stream()
                    .map(group -> group.stream().map(access::quote).collect(Collectors.joining("|", "(", ")")))
                    .collect(Collectors.joining("&")));
        }
        standings = new Standing[HATS];
        holds = new Set[HATS];
        evaluators = new AccessEvaluator[HATS];
        for (int i = 0; i < HATS; i++) {
            standings[i] = policy.standing(hats[i], NOW);
            holds[i] = new HashSet<>(partners.holds(hats[i]));
            evaluators[i] = access.newEvaluator(holds[i]);
        }
        Random random = new Random(1);
        for (int i = 0; i < PAIRS; i++) {
            pairMarking[i] = random.nextInt(MARKINGS);
            pairHat[i] = random.nextInt(HATS);
        }
        agree();
    }

    private void agree() {
        int permitted = 0;
        for (int pair = 0; pair < 10_000; pair++) {
            int marking = pairMarking[pair];
            int hat = pairHat[pair];
            boolean permit = Rules.against(standings[hat], classes[marking], "p", PUBLISHED, Releases.NONE, NOW) == 0;
            boolean sets = holds(marking, hat);
            boolean accumulo = evaluators[hat].canAccess(expressions[marking]);
            if (permit != sets || permit != accumulo) {
                throw new IllegalStateException(products[marking] + " " + hats[hat] + permit + sets + accumulo);
            }
            permitted += permit ? 1 : 0;
        }
        System.out.println("agreed on 10,000 pairs, " + permitted + " permitted");
    }

    private int pair() {
        next = (next + 1) & (PAIRS - 1);
        return next;
    }

    @Benchmark
    public int compiledReasons() {
        int pair = pair();
        return Rules.against(standings[pairHat[pair]], classes[pairMarking[pair]], "p", PUBLISHED, Releases.NONE, NOW);
    }

    @Benchmark
    public Decision publicDecideByClass() {
        int pair = pair();
        Hat hat = hats[pairHat[pair] & 255];
        return policy.decide(hat, classes[pairMarking[pair]], "p", PUBLISHED, NOW, false, List.of());
    }

    @Benchmark
    public Decision publicDecideByFacts() {
        int pair = pair();
        return policy.decide(hats[pairHat[pair] & 255], products[pairMarking[pair]], NOW, false);
    }

    @Benchmark
    @OperationsPerInvocation(MARKINGS)
    public int visibleSet() {
        Hat hat = hats[pairHat[pair()]];
        int visible = 0;
        for (AccessClass accessClass : classes) {
            visible += policy.visibility(hat, accessClass, NOW) == Visibility.NEVER ? 0 : 1;
        }
        return visible;
    }

    @Benchmark
    public boolean hashSets() {
        int pair = pair();
        return holds(pairMarking[pair], pairHat[pair]);
    }

    @Benchmark
    public boolean accumuloAccess() {
        int pair = pair();
        return evaluators[pairHat[pair]].canAccess(expressions[pairMarking[pair]]);
    }

    private boolean holds(int marking, int hat) {
        for (String[] group : wants[marking]) {
            boolean held = false;
            for (String word : group) {
                held |= holds[hat].contains(word);
            }
            if (!held) {
                return false;
            }
        }
        return true;
    }
}
