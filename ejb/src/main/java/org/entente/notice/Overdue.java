package org.entente.notice;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.product.Differences;
import org.entente.release.Course;

/** Tells, once, what has become overdue and what was found to differ. Time itself changes nothing here. */
@Stateless
public class Overdue {
    @Inject
    private Gate gate;

    @Inject
    private Tray tray;

    @Inject
    private Occurrences occurrences;

    @Inject
    private Circulation circulation;

    @Inject
    private Course course;

    /** An answer, a review, an acknowledgement or a step of a handover that is late; {@code turn} is whose, where it matters. */
    public record Late(Occasion occasion, String subject, String turn) {}

    /** Words that are not those that were filed, told to the security officers of their originators once a day. */
    @Operation(Action.CONTENT_DIFFERS)
    public void differs(Differences.Differing differing) {
        Circulating product = circulation.get(differing.number());
        gate.asked(product.number());
        gate.notesVersion(differing.version(), product.marking());
        course.originators(product).forEach(gate::concerns);
        String turn = differing.version() + " " + gate.moment().now().truncatedTo(ChronoUnit.DAYS);
        if (tray.firstTold(Occasion.CONTENT_DIFFERS, product.number(), turn)) {
            occurrences.differs(product.number(), turn);
        }
    }

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
