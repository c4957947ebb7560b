package org.entente.handover;

import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Gate;
import org.entente.identity.Hat;

/** Who has to do with a handover, as it is stored: those who change hats, who still read, who look in, who serve. */
@ApplicationScoped
class Officers {
    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    /** Hats with an assignment to the old mission that holds now. */
    List<Hat> serving(Plan plan) {
        Instant now = gate.moment().now();
        return gate.moment().world().hats().stream()
                .filter(h -> h.assignments().stream()
                        .anyMatch(a -> a.mission().equals(plan.fromMission())
                                && a.during().contains(now)))
                .toList();
    }

    List<PersonView> persons(Plan plan) {
        Instant now = gate.moment().now();
        return shelf.on(c -> rows(
                c,
                "SELECT * FROM handover_person WHERE plan = ? ORDER BY id",
                r -> {
                    Instant deadline = Objects.requireNonNull(instant(r, "deadline"));
                    Instant confirmed = instant(r, "confirmed_at");
                    return new PersonView(
                            r.getString("old_hat"),
                            r.getString("person"),
                            r.getString("new_hat"),
                            Arrays.asList(r.getString("roles").split(" ", -1)),
                            r.getString("post"),
                            r.getString("clearance"),
                            instant(r, "clearance_at"),
                            instant(r, "briefing_at"),
                            instant(r, "conduct_at"),
                            deadline,
                            confirmed == null && r.getString("new_hat") != null && !now.isBefore(deadline),
                            confirmed,
                            instant(r, "suspended_at"));
                },
                plan.id()));
    }

    List<ResidualView> residual(Plan plan) {
        return shelf.on(c -> rows(
                c,
                "SELECT * FROM residual_access WHERE plan = ? ORDER BY id",
                r -> new ResidualView(
                        r.getString("hat"),
                        r.getString("purpose"),
                        Objects.requireNonNull(instant(r, "valid_to")),
                        r.getString("asked_by"),
                        r.getString("approved_from"),
                        r.getString("approved_to")),
                plan.id()));
    }
}
