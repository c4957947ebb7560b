package org.entente.handover;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.access.Organisation;
import org.entente.access.World;
import org.entente.gate.Gate;
import org.entente.marking.Control;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.entente.product.Holdings;
import org.entente.release.Judgement;
import org.jspecify.annotations.Nullable;

/** What the predecessor holds for the mission, entered as items with what stands in the way of each (HND-01, HND-02). */
@ApplicationScoped
class Inventory {
    @Inject
    private Gate gate;

    @Inject
    private Holdings holdings;

    @Inject
    private PlanShelf shelf;

    @Inject
    private Judgement judgement;

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int SALT = 16;
    private static final int LAST = 4;
    private static final int MOST_SECRET = 3;

    /** What a mark says to a handover, worked out once for all items that bear it. */
    record Judged(String level, Set<Barrier> barriers, Set<String> askedOf, boolean expired, int priority) {}

    /**
     * Enters everything that is not entered yet; answers how many. Before the freeze that is the inventory, after it the
     * addendum.
     */
    int enter(Plan plan) {
        Set<String> known =
                new HashSet<>(shelf.items(plan).stream().map(Item::reference).toList());
        Map<String, Judged> judged = new HashMap<>();
        List<Object[]> added = new ArrayList<>();
        for (Holdings.Holding holding : holdings.of(
                plan.predecessor(), plan.fromMission(), gate.moment().now())) {
            if (known.contains(holding.number())) {
                continue;
            }
            Judged mark = judged.computeIfAbsent(
                    holding.originator() + "\n" + holding.marking(),
                    m -> judge(plan, holding.originator(), holding.marking()));
            if (mark.expired) {
                continue;
            }
            added.add(new Object[] {
                plan.id(),
                holding.kind().name(),
                holding.number(),
                holding.productId(),
                holding.version(),
                holding.contentHash(),
                holding.originator(),
                holding.marking(),
                mark.level,
                mark.barriers.stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                plan.frozen(),
                mark.priority
            });
        }
        shelf.on(c -> PlanShelf.batch(
                c,
                "INSERT INTO handover_item (plan, kind, reference, product_id, version_no, content_hash, originator, marking,"
                        + " level, barriers, addendum, priority) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                added));
        int entered = added.size() + entries(plan);
        seal(plan);
        return entered;
    }

    /** What has come to be held since the inventory was taken last, or ever if it was not: it is to be entered. */
    List<String> late(Plan plan) {
        Set<String> known = new HashSet<>(shelf.on(
                c -> rows(c, "SELECT reference FROM handover_item WHERE plan = ?", r -> r.getString(1), plan.id())));
        Map<String, Judged> judged = new HashMap<>();
        List<String> late = new ArrayList<>();
        for (Holdings.Holding holding : holdings.of(
                plan.predecessor(), plan.fromMission(), gate.moment().now())) {
            if (!known.contains(holding.number())
                    && !judged.computeIfAbsent(
                                    holding.originator() + "\n" + holding.marking(),
                                    m -> judge(plan, holding.originator(), holding.marking()))
                            .expired) {
                late.add(holding.number());
            }
        }
        return late;
    }

    private void seal(Plan plan) {
        List<Object[]> salts = new ArrayList<>();
        for (long id : shelf.on(c -> rows(
                c, "SELECT id FROM handover_item WHERE plan = ? AND salt IS NULL", r -> r.getLong(1), plan.id()))) {
            byte[] salt = new byte[SALT];
            CHANCE.nextBytes(salt);
            salts.add(new Object[] {salt, id});
        }
        shelf.on(c -> PlanShelf.batch(c, "UPDATE handover_item SET salt = ? WHERE id = ?", salts));
    }

    /** Entries in the predecessor's books about things of the mission that are no item by themselves any more. */
    private int entries(Plan plan) {
        return shelf.on(c -> execute(
                c,
                "INSERT IGNORE INTO handover_item (plan, kind, reference, content_hash, originator, marking, level, barriers,"
                        + " addendum) SELECT ?, 'ENTRY', e.number, UNHEX(SHA2(CONCAT_WS('|', e.number, e.reference, e.copy_no,"
                        + " e.classification, e.counterpart), 256)), ?, e.classification, SUBSTRING_INDEX(e.classification, '//', 1),"
                        + " '', ? FROM register_entry e JOIN product p ON p.number = e.reference"
                        + " WHERE e.registry = ? AND p.mission = ? AND NOT EXISTS (SELECT 1 FROM handover_item i"
                        + " WHERE i.plan = ? AND i.reference = e.reference)",
                plan.id(),
                plan.predecessor(),
                plan.frozen(),
                plan.predecessor(),
                plan.fromMission(),
                plan.id()));
    }

    Judged judge(Plan plan, String originator, String text) {
        var world = gate.moment().world().policy().world();
        Parsed parsed = new MarkingGrammar(world.vocabulary()).parse(originator, text);
        if (!(parsed instanceof Parsed.Ok(Marking marking))) {
            // what nobody can read as a marking goes nowhere without its originator
            return new Judged(
                    text.split("//", 2)[0],
                    EnumSet.of(Barrier.ORCON, Barrier.NOT_RELEASABLE),
                    Set.of(originator),
                    false,
                    LAST);
        }
        String level = marking.level().shown();
        Set<Barrier> barriers = EnumSet.noneOf(Barrier.class);
        Set<String> askedOf = new TreeSet<>(marking.contains());
        if (marking.controls().contains(Control.ORCON)) {
            barriers.add(Barrier.ORCON);
        }
        if (marking.controls().contains(Control.SOURCE)) {
            barriers.add(Barrier.SOURCE);
        }
        if (!marking.eyesOnly().isEmpty()) {
            barriers.add(Barrier.EYES_ONLY);
        }
        Set<String> originators = new TreeSet<>(marking.joint());
        originators.add(originator);
        boolean theirs = originators.stream().allMatch(o -> o.equals(plan.predecessor()) || o.equals(plan.successor()));
        if (!marking.contains().isEmpty() || !theirs) {
            barriers.add(Barrier.THIRD_PARTY);
        }
        var now = gate.moment().now();
        boolean open = !marking.level().classified() && marking.releasableTo().isEmpty();
        if (!originators.contains(plan.successor())
                && !open
                && !world.vocabulary().expand(marking.releasableTo(), now).contains(plan.successor())) {
            barriers.add(Barrier.NOT_RELEASABLE);
        }
        if (world.vocabulary().expand(marking.notReleasableTo(), now).contains(plan.successor())) {
            barriers.add(Barrier.EXCLUDED);
        }
        if (theirs && originators.contains(plan.successor())) {
            barriers.clear();
        }
        if (!barriers.isEmpty()) {
            askedOf.addAll(originators);
        }
        askedOf.remove(plan.successor());
        LocalDate expires = marking.expires();
        boolean expired = expires != null
                && !now.isBefore(expires.atStartOfDay(ZoneOffset.UTC).toInstant());
        return new Judged(level, barriers, askedOf, expired, priority(marking, barriers));
    }

    /** Of a mission in a hurry, what could cost lives goes first, then the most secret, then what others have lent (HND-13). */
    private int priority(Marking marking, Set<Barrier> barriers) {
        if (marking.controls().contains(Control.SOURCE) || marking.controls().contains(Control.PII)) {
            return 1;
        }
        var now = gate.moment().now();
        boolean mostSecret = gate.moment().world().policy().world().equivalences().stream()
                .anyMatch(e -> e.level().equals(marking.level().code())
                        && e.during().contains(now)
                        && e.tier() >= MOST_SECRET);
        return mostSecret ? 2 : barriers.contains(Barrier.THIRD_PARTY) ? 3 : LAST;
    }

    ItemFacts facts(
            Plan plan,
            Item item,
            Disposition disposition,
            @Nullable String substitute,
            Set<String> consented,
            Map<Long, String> custodians,
            Unassessed unassessed) {
        Long product = item.productId();
        String custodian = product == null ? null : custodians.get(product);
        return new ItemFacts(
                item,
                disposition,
                item.barriers().isEmpty() ? Set.of() : judge(plan, item.originator(), item.marking()).askedOf,
                consented,
                (custodian == null ? item.originator() : custodian).equals(plan.predecessor()),
                substitute != null && substituted(item.reference(), substitute),
                unassessed.against(item));
    }

    Unassessed unassessed(Plan plan) {
        World world = gate.moment().world().policy().world();
        List<String> organisations =
                world.organisations().stream().map(Organisation::code).toList();
        return new Unassessed(
                world,
                plan.predecessor(),
                judgement.unassessed(organisations, plan.successor()).keySet());
    }

    private boolean substituted(String reference, String substitute) {
        return !shelf.on(c -> rows(
                        c,
                        "SELECT 1 FROM product WHERE number = ? AND sanitised_from = ? AND state = 'PUBLISHED'",
                        r -> r.getInt(1),
                        substitute,
                        reference))
                .isEmpty();
    }
}
