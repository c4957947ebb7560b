package org.entente.handover;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.gate.Gate;
import org.entente.waiting.UnderWay;
import org.jspecify.annotations.Nullable;

/**
 * What is under way in a plan's old mission (HND-16). Until the transfer the features are asked whenever it is looked at, so that
 * nothing is late; what was decided about it is kept here, and with the transfer all that there was.
 */
@ApplicationScoped
class OpenWork {
    private static final String BETWEEN = " ";

    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    @Any
    private Instance<UnderWay> features;

    /** One thing under way, and what is to become of it. */
    record Work(
            UnderWay.Owed owed,
            OpenWorkView.@Nullable Settlement decision,
            @Nullable String note) {
        OpenWorkView view() {
            return new OpenWorkView(owed.kind(), owed.reference(), decision, note);
        }
    }

    List<Work> of(Plan plan) {
        Map<String, Work> all = new LinkedHashMap<>();
        kept(plan).forEach(w -> all.put(key(w.owed), w));
        if (plan.executedAt() == null && !plan.ended()) {
            all.values().removeIf(w -> w.decision == null);
            now(plan).forEach(o -> all.putIfAbsent(key(o), new Work(o, null, null)));
        }
        return new ArrayList<>(all.values());
    }

    private List<UnderWay.Owed> now(Plan plan) {
        return features.stream()
                .flatMap(f -> f
                        .owed(
                                plan.predecessor(),
                                plan.fromMission(),
                                gate.moment().now())
                        .stream())
                .toList();
    }

    /** What nobody has decided about stands in the way, but of a plan in a hurry (HND-13). */
    void against(Plan plan, List<PlanView.Blocker> blockers) {
        if (!plan.accelerated()) {
            of(plan).stream()
                    .filter(w -> w.decision == null)
                    .forEach(w -> blockers.add(new PlanView.Blocker(
                            "HND-16", key(w.owed), "It is under way; it is reassigned, closed or returned first.")));
        }
    }

    /** Says what becomes of everything under that reference; whether there is any. */
    boolean settle(Plan plan, String reference, OpenWorkView.Settlement decision, @Nullable String note) {
        List<Work> meant = of(plan).stream()
                .filter(w -> w.owed.reference().equals(reference))
                .toList();
        meant.forEach(w -> keep(plan, new Work(w.owed, decision, note)));
        return !meant.isEmpty();
    }

    /** With the transfer it is what it was. */
    void keep(Plan plan) {
        of(plan).forEach(w -> keep(plan, w));
    }

    private void keep(Plan plan, Work work) {
        shelf.on(c -> execute(
                c,
                "INSERT INTO handover_open_work (plan, kind, reference, product, parties, decision, note)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE decision = VALUES(decision),"
                        + " note = VALUES(note), product = VALUES(product), parties = VALUES(parties)",
                plan.id(),
                work.owed.kind(),
                work.owed.reference(),
                work.owed.product(),
                String.join(BETWEEN, work.owed.parties()),
                work.decision == null ? null : work.decision.name(),
                work.note));
    }

    private List<Work> kept(Plan plan) {
        return shelf.on(c -> rows(
                c,
                "SELECT * FROM handover_open_work WHERE plan = ? ORDER BY id",
                r -> new Work(
                        new UnderWay.Owed(
                                r.getString("kind"),
                                r.getString("reference"),
                                r.getString("product"),
                                r.getString("parties").isEmpty()
                                        ? Set.of()
                                        : Set.copyOf(
                                                List.of(r.getString("parties").split(BETWEEN, -1)))),
                        r.getString("decision") == null
                                ? null
                                : OpenWorkView.Settlement.valueOf(r.getString("decision")),
                        r.getString("note")),
                plan.id()));
    }

    private static String key(UnderWay.Owed owed) {
        return owed.kind() + " " + owed.reference();
    }
}
