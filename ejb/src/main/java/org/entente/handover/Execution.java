package org.entente.handover;

import static org.entente.world.Sql.execute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.gate.Gate;
import org.entente.gate.Refused;
import org.entente.people.ActKind;
import org.entente.people.Rehattings;
import org.entente.product.Circulation;
import org.entente.registry.Direction;
import org.entente.registry.Register;
import org.entente.world.Personnel;
import org.entente.world.WorldChange;
import org.entente.world.WorldChanges;

/**
 * The transfer of authority: in one transaction custody passes, copies are handed over, books are written, assignments end and
 * new hats begin. A crash leaves all of it or none; doing it again changes nothing (HND-03).
 */
@ApplicationScoped
class Execution {
    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    private PlanGates gates;

    @Inject
    private Standing standing;

    @Inject
    private Known known;

    @Inject
    private Inventory inventory;

    @Inject
    private Register register;

    @Inject
    private Officers officers;

    @Inject
    private Rehattings rehattings;

    @Inject
    private WorldChanges world;

    @Inject
    private Circulation circulation;

    @Inject
    private OpenWork openWork;

    void carryOut(Plan plan) {
        if (plan.executedAt() != null) {
            return;
        }
        Instant now = gate.moment().now();
        if (plan.stage() != Stage.READY || now.isBefore(plan.toa()) || plan.suspended()) {
            throw Refused.wrongState(
                    plan.stage() != Stage.READY || plan.suspended()
                            ? "Authority passes once both sides have signed that they are ready."
                            : "Authority passes at " + plan.toa() + ", not before.",
                    "HND-03");
        }
        inventory.enter(plan);
        List<Item> items = shelf.items(plan);
        List<PlanView.Blocker> blockers = new ArrayList<>();
        shelf.checkAnswers(plan);
        gates.dispositions(plan, items, shelf.consents(plan), blockers);
        openWork.against(plan, blockers);
        Handovers.refuse(known.blockers(plan, blockers, items));
        if (!standing.stands(plan, Act.READINESS, items)) {
            throw Refused.wrongState("What both sides signed for is no longer what is planned.", "HND-03");
        }
        books(plan, items, now);
        shelf.on(c -> passOn(c, plan, now));
        circulation.given(plan.successor(), now);
        people(plan);
        openWork.keep(plan);
        shelf.set(plan, "executed_at", now);
        shelf.stage(plan, Stage.EXECUTING);
        gate.notes("transfer of authority " + plan.number() + " items " + items.size());
    }

    /** Outgoing here, incoming there, under both co-chairs' signatures, so that nothing is seen that is not registered (CLS-50). */
    private void books(Plan plan, List<Item> items, Instant now) {
        List<Item> sent = items.stream()
                .filter(i -> i.disposition() != null
                        && i.disposition().sent()
                        && !i.kind().equals("ENTRY"))
                .toList();
        List<Register.Line> lines = sent.stream()
                .map(i -> new Register.Line(goes(i), 0, i.marking()))
                .toList();
        List<String> out = register.enterAll(
                plan.predecessor(), Direction.OUT, now, lines, plan.successor(), plan.cochairFrom(), plan.number());
        List<String> in = register.enterAll(
                plan.successor(), Direction.IN, now, lines, plan.predecessor(), plan.cochairTo(), plan.number());
        List<Object[]> numbers = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            numbers.add(new Object[] {out.get(i), in.get(i), sent.get(i).id()});
        }
        shelf.on(c ->
                PlanShelf.batch(c, "UPDATE handover_item SET register_out = ?, register_in = ? WHERE id = ?", numbers));
    }

    private static String goes(Item item) {
        return item.disposition() == Disposition.SANITISE_THEN_COPY
                ? Objects.requireNonNull(item.substitute())
                : item.reference();
    }

    private static int passOn(Connection c, Plan plan, Instant now) throws SQLException {
        LocalDateTime at = LocalDateTime.ofInstant(plan.toa(), ZoneOffset.UTC);
        execute(
                c,
                "INSERT INTO custody (product_id, ordinal, kind, from_org, to_org, at, plan, content_hash, signed_from, signed_to,"
                        + " register_out, register_in, downgrade) SELECT i.product_id, 1 + COALESCE((SELECT MAX(k.ordinal)"
                        + " FROM custody k WHERE k.product_id = i.product_id), 0), i.disposition, ?, ?, ?, ?, i.content_hash, ?, ?,"
                        + " i.register_out, i.register_in, FALSE FROM handover_item i WHERE i.plan = ?"
                        + " AND i.disposition IN ('TRANSFER', 'COPY') AND i.product_id IS NOT NULL",
                plan.predecessor(),
                plan.successor(),
                at,
                plan.id(),
                plan.cochairFrom(),
                plan.cochairTo(),
                plan.id());
        String handed =
                " FROM handover_item i JOIN product p ON p.number = CASE i.disposition WHEN 'SANITISE_THEN_COPY'"
                        + " THEN i.substitute ELSE i.reference END WHERE i.plan = ? AND i.disposition IN ('TRANSFER', 'COPY',"
                        + " 'SANITISE_THEN_COPY') AND p.state = 'PUBLISHED' AND p.originator <> ?";
        int given = execute(
                c,
                "INSERT INTO dissemination (product_id, receiver, valid_from) SELECT DISTINCT p.id, ?, ?" + handed
                        + " AND NOT EXISTS (SELECT 1 FROM dissemination d WHERE d.product_id = p.id AND d.receiver = ?"
                        + " AND d.valid_to IS NULL)",
                plan.successor(),
                now,
                plan.id(),
                plan.successor(),
                plan.successor());
        Circulation.changing(c);
        execute(
                c,
                "INSERT INTO product_change (seq, product_id) SELECT DISTINCT (SELECT changes FROM head WHERE id = 1), p.id"
                        + handed,
                plan.id(),
                plan.successor());
        return given;
    }

    /** Assignments to the old mission end, hats of the new one begin; what is left of the old ones only reads (HND-07, HND-08). */
    private void people(Plan plan) {
        Map<String, Instant> residual = new HashMap<>();
        officers.residual(plan).stream()
                .filter(r -> r.approvedFrom() != null && r.approvedTo() != null)
                .forEach(r -> residual.merge(r.hat(), r.to(), (one, other) -> one.isAfter(other) ? one : other));
        List<WorldChange> changes = new ArrayList<>();
        // others' officers are theirs to end, and whoever watches or appoints outlives a mission (ORG-01, ORG-02)
        gate.moment().world().personnel().stream()
                .map(Personnel::hat)
                .filter(h -> h.organisation().equals(plan.predecessor()) && !ActKind.keeps(h.roles()))
                .filter(h -> h.assignments().stream().anyMatch(a -> a.mission().equals(plan.fromMission())))
                .forEach(h -> changes.add(new WorldChange.AssignmentEnded(
                        h.id(), plan.fromMission(), plan.toa(), residual.get(h.id()), plan.number())));
        for (PersonView person : officers.persons(plan)) {
            Rehattings.Standing act = person.act();
            WorldChange begun = act == null ? null : rehattings.confirmed(act.act(), plan.toa());
            if (begun != null) {
                changes.add(begun);
            }
        }
        changes.add(new WorldChange.MissionEnded(plan.fromMission(), plan.toa()));
        world.apply(changes);
    }
}
