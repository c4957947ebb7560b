package org.entente.notice;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;

/** Tells what has become overdue, once. Time itself changes nothing here. */
@Stateless
public class Overdue {
    @Inject
    private Gate gate;

    @Inject
    private Tray tray;

    @Inject
    private Occurrences occurrences;

    /** An answer, a review, an acknowledgement or a step of a handover that is late; {@code turn} is whose, where it matters. */
    public record Late(Occasion occasion, String subject, String turn) {}

    @Operation(Action.TELL_OVERDUE)
    public void tell(List<Late> late) {
        int told = 0;
        for (Late one : late) {
            if (tray.firstTold(one.occasion, one.subject, one.turn)) {
                occurrences.overdue(new Notice.Told(one.occasion, one.subject).turn(one.turn));
                told++;
            }
        }
        gate.notes("overdue count=" + told);
    }
}
