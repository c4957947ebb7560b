package org.entente.breach;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;

/** What happens to a case by itself, so that none stands still for want of somebody or of somebody's word (AUD-10). */
@Stateless
public class BreachDeadlines {
    @Inject
    private Gate gate;

    @Inject
    private BreachRows cases;

    @Inject
    private Investigators investigators;

    /** Passes it to another organisation's security officers. */
    @Operation(Action.PASS_BREACH)
    public void pass(String number) {
        BreachCase on = cases.lock(number);
        gate.asked(number);
        String to = on == null || !investigators.wanting(on, gate.moment()) ? null : investigators.next(on);
        if (on != null && to != null) {
            gate.concerns(on.organisation());
            gate.concerns(to);
            gate.notes("passed to " + to);
            cases.passed(on, to, gate.moment().now());
        }
    }

    /** Tells the originator what happened and when, whatever has become of the case. */
    @Operation(Action.TELL_ORIGINATOR)
    public void tell(String number) {
        BreachCase on = cases.lock(number);
        gate.asked(number);
        if (on != null && on.untold()) {
            gate.concerns(on.organisation());
            gate.concerns(on.originator());
            gate.notes("originator told " + on.originator());
            cases.informed(on, gate.moment().now());
        }
    }
}
