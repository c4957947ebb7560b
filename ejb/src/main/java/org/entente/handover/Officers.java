package org.entente.handover;

import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.gate.Gate;
import org.entente.identity.Briefing;
import org.entente.identity.Clearance;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.people.Rehattings;
import org.entente.world.Personnel;
import org.jspecify.annotations.Nullable;

/** Who has to do with a handover, as it is stored: those who change hats, who still read, who look in, who serve. */
@ApplicationScoped
class Officers {
    private static final Instant OPEN = Instant.parse("9999-01-01T00:00:00Z");

    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    private Rehattings rehattings;

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
        return shelf.on(
                c -> rows(c, "SELECT * FROM handover_person WHERE plan = ? ORDER BY id", this::view, plan.id()));
    }

    /** How far a new hat has come: proposed, confirmed for the day, then what is on record for it. */
    private PersonView view(ResultSet r) throws SQLException {
        Instant now = gate.moment().now();
        Instant deadline = Objects.requireNonNull(instant(r, "deadline"));
        String act = r.getString("act");
        String newHat = r.getString("new_hat");
        Personnel one = newHat == null ? null : gate.moment().world().personnel(newHat);
        Instant confirmed = one == null || provisional(one) ? null : one.hat().provisionalUntil();
        return new PersonView(
                r.getString("old_hat"),
                r.getString("person"),
                newHat,
                Arrays.asList(r.getString("roles").split(" ", -1)),
                r.getString("post"),
                r.getString("clearance"),
                act == null ? null : rehattings.standing(act),
                one == null ? null : since(one.hat().clearances().stream().map(Clearance::during)),
                one == null ? null : since(one.hat().briefings().stream().map(Briefing::during)),
                one == null ? null : one.conduct(),
                deadline,
                newHat != null && confirmed == null && !now.isBefore(deadline),
                confirmed,
                one == null || one.suspension() == null
                        ? null
                        : one.suspension().at());
    }

    private static @Nullable Instant since(Stream<Interval> held) {
        return held.map(Interval::from)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Whether nobody has confirmed it yet: until then it is provisional without an end. */
    static boolean provisional(Personnel one) {
        Instant until = one.hat().provisionalUntil();
        return until != null && until.isAfter(OPEN);
    }

    /** The act by which this officer's new hat is proposed; null if there is none. */
    @Nullable
    String act(Plan plan, String oldHat) {
        return shelf
                .on(c -> rows(
                        c,
                        "SELECT act FROM handover_person WHERE plan = ? AND old_hat = ? AND act IS NOT NULL",
                        r -> r.getString(1),
                        plan.id(),
                        oldHat))
                .stream()
                .findFirst()
                .orElse(null);
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
