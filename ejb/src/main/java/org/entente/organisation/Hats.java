package org.entente.organisation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Assignment;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.world.Moment;
import org.entente.world.Person;
import org.entente.world.WorldChanges;

/** Hats: one's own, and suspending those of one's organisation. */
@Stateless
public class Hats {
    @Inject
    private Gate gate;

    @Inject
    private WorldChanges world;

    /** Who the caller is, with every hat they have or had. */
    @Operation(Action.SEE_MYSELF)
    public Myself me() {
        return myself();
    }

    /** Takes up a hat for the session that follows; the record says which. */
    @Operation(Action.CHOOSE_HAT)
    public Myself choose() {
        return myself();
    }

    @Operation(Action.SIGN_IN)
    public Myself signedIn() {
        return myself();
    }

    @Operation(Action.SIGN_OUT)
    public void signedOut() {
        gate.moment();
    }

    /** Takes a hat of the caller's organisation off its wearer from the next request on. */
    @Operation(Action.SUSPEND_HAT)
    public void suspend(String hatId, String reason) {
        Hat hat = ownOrganisations(hatId);
        if (reason.isBlank()) {
            throw Refused.objected("reason-missing", "reason", "ORG-01", "A reason is needed.");
        }
        if (hat.person().equals(gate.hat().person())) {
            throw Refused.forbidden("separation-of-duties", "Nobody suspends a hat of their own.", "ORG-02");
        }
        gate.notes(reason);
        world.apply(
                "INSERT IGNORE INTO hat_suspension (hat, suspended_at, by_hat, reason) VALUES (?, ?, ?, ?)",
                hat.id(),
                gate.moment().now(),
                gate.hat().id(),
                reason.length() > 400 ? reason.substring(0, 400) : reason);
    }

    private Hat ownOrganisations(String hatId) {
        gate.asked(hatId);
        Hat found = gate.moment().world().hats().stream()
                .filter(h -> h.id().equals(hatId))
                .findFirst()
                .orElseThrow(Refused::notFound);
        gate.decideOwn(
                hatId,
                found.organisation(),
                null,
                found.organisation().equals(gate.hat().organisation()));
        return found;
    }

    private Myself myself() {
        Person person = gate.person();
        Moment moment = gate.moment();
        Hat acting = gate.hatIfClear();
        List<HatView> hats = moment.world().hatsOf(person).stream()
                .map(h -> view(h, moment.now()))
                .toList();
        return new Myself(
                person.code(),
                person.name(),
                person.language(),
                acting == null ? null : acting.organisation(),
                hats,
                acting == null ? null : acting.id(),
                moment.now());
    }

    private static HatView view(Hat hat, Instant now) {
        Interval during = hat.residualAt(now) && hat.residual() != null
                ? hat.residual().during()
                : hat.assignments().stream()
                        .map(Assignment::during)
                        .filter(d -> d.contains(now))
                        .findFirst()
                        .orElseGet(() -> hat.assignments().isEmpty()
                                ? Interval.ALWAYS
                                : hat.assignments().getLast().during());
        return new HatView(
                hat.id(),
                hat.organisation(),
                hat.posts().stream().sorted().toList(),
                hat.roles().stream().map(Enum::name).sorted().toList(),
                hat.missionsAt(now).stream().sorted().toList(),
                during.from(),
                during.to(),
                hat.statusAt(now));
    }
}
