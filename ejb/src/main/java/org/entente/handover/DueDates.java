package org.entente.handover;

import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.entente.world.KnownWorld;
import org.entente.world.Personnel;
import org.entente.world.Worlds;

/** Which dates of people in handovers have passed. */
@ApplicationScoped
class DueDates {
    private static final String OVERDUE =
            "SELECT p.new_hat FROM handover_person p JOIN handover_plan h ON h.id = p.plan"
                    + " WHERE p.deadline <= ? AND p.suspended_at IS NULL AND p.new_hat IS NOT NULL"
                    + " AND h.executed_at IS NOT NULL";

    @Inject
    private PlanShelf shelf;

    @Inject
    private Worlds worlds;

    /** Hats that are provisional still although their deadline is over; what was lifted since is not suspended twice. */
    List<String> hats(Instant now) {
        KnownWorld world = worlds.moment().world();
        return shelf.on(c -> rows(c, OVERDUE, r -> r.getString(1), now)).stream()
                .filter(hat -> {
                    Personnel one = world.personnel(hat);
                    return one != null && one.suspension() == null && Officers.provisional(one);
                })
                .toList();
    }

    boolean overdue(Instant now) {
        return !hats(now).isEmpty();
    }
}
