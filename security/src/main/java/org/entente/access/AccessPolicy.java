package org.entente.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.identity.Hat;
import org.entente.marking.Equivalence;
import org.entente.marking.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Answers, for one snapshot of the world, who may see what. Product classes and the standing of hats are compiled and
 * kept, within bounds; both are only ever derived, so losing them costs time and nothing else.
 */
public final class AccessPolicy {
    private static final int CLASSES_KEPT = 1 << 18;
    private static final int GUARDED_FROM = 3;

    private final Atlas atlas;
    private final Map<AccessClass.Key, AccessClass> classes = new ConcurrentHashMap<>();
    private final Map<Integer, Decision.Hidden> hidden = new ConcurrentHashMap<>();
    private final Standings standings;

    private AccessPolicy(World world) {
        atlas = new Atlas(world);
        standings = new Standings(atlas);
    }

    public static AccessPolicy of(World world) {
        return new AccessPolicy(world);
    }

    public World world() {
        return atlas.world;
    }

    /** The words of that world, put together once: {@link World#vocabulary} does it each time. */
    public Vocabulary vocabulary() {
        return atlas.vocabulary;
    }

    public Decision decide(Hat hat, ProductFacts product, Instant at, boolean acknowledged) {
        Releases releases = product.releases();
        AccessClass accessClass = classOf(
                product.originator(),
                product.type(),
                product.mission(),
                product.marking(),
                product.portionMarkings(),
                product.ground(),
                product.unit());
        return decide(
                hat,
                accessClass,
                product.id(),
                product.published(),
                releases == null ? Releases.NONE : releases,
                at,
                acknowledged,
                product.portionIds());
    }

    /** The class of all products with these facts that their marking alone governs. */
    public AccessClass classOf(
            String originator, String type, @Nullable String mission, String marking, List<String> portionMarkings) {
        return classOf(originator, type, mission, marking, portionMarkings, Ground.MARKING);
    }

    /** The same of products that no unit in particular made. */
    public AccessClass classOf(
            String originator,
            String type,
            @Nullable String mission,
            String marking,
            List<String> portionMarkings,
            Ground ground) {
        return classOf(originator, type, mission, marking, portionMarkings, ground, null);
    }

    /**
     * The class of all products with these facts, interned.
     *
     * @param ground on which other organisations have them
     * @param unit which of the originator's units made them; null for none in particular
     */
    public AccessClass classOf(
            String originator,
            String type,
            @Nullable String mission,
            String marking,
            List<String> portionMarkings,
            Ground ground,
            @Nullable String unit) {
        AccessClass.Key key = new AccessClass.Key(originator, type, mission, marking, portionMarkings, ground, unit);
        AccessClass known = classes.get(key);
        if (known != null) {
            return known;
        }
        if (classes.size() >= CLASSES_KEPT) {
            classes.clear();
        }
        return classes.computeIfAbsent(key, unknown -> new AccessClass(unknown, atlas));
    }

    /** The answer for a product of which no release is in force; enough for one that its marking alone governs. */
    public Decision decide(
            Hat hat,
            AccessClass accessClass,
            String productId,
            Instant published,
            Instant at,
            boolean acknowledged,
            List<String> portionIds) {
        return decide(hat, accessClass, productId, published, Releases.NONE, at, acknowledged, portionIds);
    }

    /** The same answer as for the product's facts; {@code portionIds} in document order. */
    public Decision decide(
            Hat hat,
            AccessClass accessClass,
            String productId,
            Instant published,
            Releases releases,
            Instant at,
            boolean acknowledged,
            List<String> portionIds) {
        AccessClass product = here(accessClass);
        Standing reader = standing(hat, at);
        int reasons = Rules.against(reader, product, productId, published, releases, at);
        return switch (Rules.outcome(reasons, product, acknowledged)) {
            case NO_HAT -> new Decision.NoHat(Reason.list(reasons));
            case HIDDEN -> hidden.computeIfAbsent(reasons, set -> new Decision.Hidden(Reason.list(set)));
            case HEADER -> new Decision.HeaderOnly(Reason.list(reasons));
            case ACKNOWLEDGE -> {
                List<String> withheld = withheld(reader, product, portionIds);
                yield withheld.isEmpty() ? product.acknowledgement : new Decision.AcknowledgementRequired(withheld);
            }
            case PERMIT -> {
                List<String> withheld = withheld(reader, product, portionIds);
                yield withheld.isEmpty() ? product.permit : new Decision.Permit(withheld, product.permit.obligations());
            }
        };
    }

    /** What the hat sees of the class as a whole, for lists; never at odds with {@code decide}. */
    public Visibility visibility(Hat hat, AccessClass accessClass, Instant at) {
        return Rules.visibility(standing(hat, at), here(accessClass), at);
    }

    /** Whether the hat reads this portion of a product that it may read; a mark that does not parse hides it. */
    public boolean portionReadable(Hat hat, String originator, String portionMarking) {
        AccessClass whole = classOf(originator, "", null, portionMarking, List.of(portionMarking));
        return whole.parsed && !whole.portions[0].isWithheldFrom(standings.of(hat));
    }

    /**
     * Whether words under this marking leave only when the record of it has been cosigned: SOURCE, EYES ONLY, tier 3 and above,
     * and whatever cannot be placed.
     */
    public boolean guarded(String originator, String marking, Instant at) {
        AccessClass whole = classOf(originator, "", null, marking, List.of());
        if (!whole.parsed || whole.source || whole.named) {
            return true;
        }
        Equivalence row = atlas.row(atlas.levels.get(whole.level), at);
        return whole.classified && (row == null || row.tier() >= GUARDED_FROM);
    }

    /** The next instant at which the hat's own standing changes, or null; a list may be kept until then at most. */
    public @Nullable Instant standsUntil(Hat hat, Instant at) {
        return standing(hat, at).until();
    }

    Standing standing(Hat hat, Instant at) {
        return standings.of(hat, at);
    }

    /** A class that was compiled for another snapshot of the world is compiled again for this one. */
    private AccessClass here(AccessClass accessClass) {
        if (accessClass.atlas == atlas) {
            return accessClass;
        }
        AccessClass.Key key = accessClass.key;
        return classOf(
                key.originator(), key.type(), key.mission(), key.marking(), key.portions(), key.ground(), key.unit());
    }

    private static List<String> withheld(Standing reader, AccessClass product, List<String> portionIds) {
        if (portionIds.size() != product.portions.length) {
            throw new IllegalArgumentException(
                    product.portions.length + " portions have " + portionIds.size() + " ids: " + product);
        }
        if (portionIds.isEmpty()) {
            return List.of();
        }
        List<String> withheld = new ArrayList<>();
        for (int i = 0; i < product.portions.length; i++) {
            if (product.portions[i].isWithheldFrom(reader)) {
                withheld.add(portionIds.get(i));
            }
        }
        return withheld;
    }
}
