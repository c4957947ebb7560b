package org.entente.organisation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.identity.Assignment;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.world.Moment;
import org.entente.world.Person;

/** One's own hats. */
@Stateless
public class Hats {
    @Inject
    private Gate gate;

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
                hat.at(now).roles().stream().map(Enum::name).sorted().toList(),
                hat.missionsAt(now).stream().sorted().toList(),
                during.from(),
                during.to(),
                hat.statusAt(now));
    }
}
