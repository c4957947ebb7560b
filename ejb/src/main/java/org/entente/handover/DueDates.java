package org.entente.handover;

import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Which dates of people in handovers have passed. */
@ApplicationScoped
class DueDates {
    private static final String OVERDUE =
            "SELECT p.new_hat FROM handover_person p JOIN handover_plan h ON h.id = p.plan"
                    + " WHERE p.deadline <= ? AND p.confirmed_at IS NULL AND p.suspended_at IS NULL AND p.new_hat IS NOT NULL"
                    + " AND h.executed_at IS NOT NULL";

    @Inject
    private PlanShelf shelf;

    /** Hats that are provisional still although their deadline is over. */
    List<String> hats(Instant now) {
        return shelf.on(c -> rows(c, OVERDUE, r -> r.getString(1), now));
    }

    boolean overdue(Instant now) {
        return !hats(now).isEmpty();
    }
}
