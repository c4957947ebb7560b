package org.entente.handover;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.identity.Hat;
import org.entente.mission.Atlas;
import org.entente.mission.RelationView;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.registry.Direction;
import org.entente.registry.Register;
import org.entente.release.Judgement;

/** Keeps who looks in before a transfer, and ends it with its ground. */
@ApplicationScoped
class OverlapShelf {
    /** No longer than what is left to somebody after it (HND-07), however far off the transfer is. */
    private static final Duration LONGEST = Duration.ofDays(180);

    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    private Atlas atlas;

    @Inject
    private Circulation circulation;

    @Inject
    private Judgement judgement;

    @Inject
    private Register register;

    List<OverlapView> of(Plan plan) {
        return shelf.on(c -> rows(
                c,
                "SELECT * FROM overlap_access WHERE plan = ? ORDER BY id",
                r -> new OverlapView(
                        r.getString("hat"),
                        r.getString("product"),
                        Objects.requireNonNull(instant(r, "valid_from")),
                        instant(r, "valid_to"),
                        r.getString("granted_by"),
                        r.getString("approved_by"),
                        instant(r, "ended_at"),
                        r.getString("register_out"),
                        r.getString("register_in")),
                plan.id()));
    }

    /** Named hats of the other side, between the date of the relation and the transfer. */
    void window(Plan plan, String hat, Instant now, Objections objections) {
        boolean theirs = gate.moment().world().hats().stream()
                .anyMatch(h -> h.id().equals(hat) && h.organisation().equals(plan.successor()));
        if (!theirs) {
            objections.add("hat", "HND-09", "'" + hat + "' is no hat of " + plan.successor() + ".");
        }
        RelationView relation = atlas.relation(plan.edge());
        if (relation == null || relation.overlapFrom() == null || !now.isBefore(plan.toa())) {
            objections.add("hat", "HND-09", "The relation of the missions has no overlap before the transfer.");
        }
    }

    void judged(Plan plan, String product, Objections objections) {
        judgement.against(product, plan.successor()).forEach(o -> objections.add(o.field(), o.rule(), o.message()));
    }

    private Instant begins(Plan plan, Instant now) {
        Instant from = Objects.requireNonNull(
                Objects.requireNonNull(atlas.relation(plan.edge())).overlapFrom());
        return from.isAfter(now) ? from : now;
    }

    /** What has ended may be asked for again, and is approved again. */
    void ask(Plan plan, String hat, String product, Hat by, Instant now) {
        shelf.on(c -> execute(
                c,
                "INSERT INTO overlap_access (plan, hat, product, valid_from, granted_by, asked_by_person)"
                        + " VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE valid_from = IF(ended_at IS NULL, valid_from, VALUES(valid_from)),"
                        + " granted_by = IF(ended_at IS NULL, granted_by, VALUES(granted_by)),"
                        + " asked_by_person = IF(ended_at IS NULL, asked_by_person, VALUES(asked_by_person)),"
                        + " approved_by = IF(ended_at IS NULL, approved_by, NULL),"
                        + " valid_to = IF(ended_at IS NULL, valid_to, NULL), ended_at = NULL",
                plan.id(),
                hat,
                product,
                begins(plan, now),
                by.id(),
                by.person()));
    }

    /** Whether this person is the one who asked for it. */
    boolean askedBy(String person, Plan plan, String hat, String product) {
        return !shelf.on(c -> rows(
                        c,
                        "SELECT 1 FROM overlap_access WHERE plan = ? AND hat = ? AND product = ? AND asked_by_person = ?",
                        r -> true,
                        plan.id(),
                        hat,
                        product,
                        person))
                .isEmpty();
    }

    /** Outgoing here, incoming there, so that nothing is seen that is not registered (CLS-50). */
    void approve(Plan plan, String hat, Circulating product, Hat by, Instant now) {
        Instant from = begins(plan, now);
        Instant longest = from.plus(LONGEST);
        Instant to = longest.isBefore(plan.toa()) ? longest : plan.toa();
        String out = register.enter(
                plan.predecessor(),
                Direction.OUT,
                now,
                product.number(),
                0,
                product.marking(),
                plan.successor(),
                by.id(),
                plan.number());
        String in = register.enter(
                plan.successor(),
                Direction.IN,
                now,
                product.number(),
                0,
                product.marking(),
                plan.predecessor(),
                plan.cochairTo(),
                plan.number());
        shelf.on(c -> execute(
                c,
                "UPDATE overlap_access SET valid_from = ?, valid_to = ?, approved_by = ?, approved_at = ?, register_out = ?,"
                        + " register_in = ? WHERE plan = ? AND hat = ? AND product = ?",
                from,
                to,
                by.id(),
                now,
                out,
                in,
                plan.id(),
                hat,
                product.number()));
        circulation.handTo(product.number(), plan.successor(), java.util.Set.of(hat), from, to);
    }

    /** All of them end: what they rest on is broken off, rests, or is over. */
    void end(Plan plan, Instant at) {
        for (OverlapView overlap : of(plan)) {
            if (overlap.endedAt() != null) {
                continue;
            }
            shelf.on(c -> execute(
                    c,
                    "UPDATE overlap_access SET ended_at = ? WHERE plan = ? AND hat = ? AND product = ?",
                    at,
                    plan.id(),
                    overlap.hat(),
                    overlap.product()));
            if (overlap.approvedBy() != null) {
                circulation.endFor(overlap.product(), plan.successor(), overlap.hat(), at);
            }
        }
    }

    /** None lasts longer than until then. */
    void endBy(Plan plan, Instant latest) {
        for (OverlapView overlap : of(plan)) {
            boolean longer = overlap.endedAt() == null
                    && overlap.to() != null
                    && overlap.to().isAfter(latest);
            if (longer) {
                shelf.on(c -> execute(
                        c,
                        "UPDATE overlap_access SET valid_to = ? WHERE plan = ? AND hat = ? AND product = ?",
                        latest,
                        plan.id(),
                        overlap.hat(),
                        overlap.product()));
                circulation.endFor(overlap.product(), plan.successor(), overlap.hat(), latest);
            }
        }
    }
}
