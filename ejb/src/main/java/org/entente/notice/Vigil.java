package org.entente.notice;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.gate.Caller;
import org.entente.gate.Tireless;
import org.entente.handover.Pending;
import org.entente.product.Differences;
import org.entente.release.Course;
import org.entente.request.Correspondence;
import org.entente.world.Worlds;

/** Looks at the platform's clock for what has become overdue, and enters by the door, under a name, when there is something new. */
@Singleton
@Interceptors(Tireless.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Vigil {
    /** How long a recipient may take to acknowledge before somebody asks. */
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofDays(3);

    /** So many at a time, that one transaction stays short when a clock has jumped. */
    private static final int MOST = 25;

    @Inject
    private Caller caller;

    @Inject
    private Worlds worlds;

    @Inject
    private Course course;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Pending pending;

    @Inject
    private Tray tray;

    @Inject
    private Overdue overdue;

    private final Set<Overdue.Late> known = new HashSet<>();

    @Inject
    private Differences differences;

    @Schedule(hour = "*", minute = "*", second = "3/5", persistent = false)
    void tick() {
        Instant now = worlds.moment().now();
        List<Overdue.Late> late = late(now).filter(l -> !told(l)).limit(MOST).toList();
        // what a full look leaves over is as late as what it took, and does not wait for the next tick
        while (!late.isEmpty()) {
            caller.isPlatform("vigil");
            overdue.tell(late);
            known.addAll(late);
            late = late.size() < MOST
                    ? List.of()
                    : late(now).filter(l -> !told(l)).limit(MOST).toList();
        }
        for (Differences.Differing differing : differences.all()) {
            caller.isPlatform("vigil");
            overdue.differs(differing);
            differences.told(differing);
        }
    }

    private Stream<Overdue.Late> late(Instant now) {
        return Stream.of(
                        course.reviewsOverdue(now).stream().map(r -> new Overdue.Late(Occasion.REVIEW_OVERDUE, r, "")),
                        course.unacknowledgedSince(now.minus(ACKNOWLEDGED_WITHIN)).stream()
                                .map(u -> new Overdue.Late(
                                        Occasion.ACKNOWLEDGEMENT_OVERDUE, u.release(), u.organisation())),
                        correspondence.late(now).stream().flatMap(Vigil::late),
                        pending.late(now).stream()
                                .map(s -> new Overdue.Late(Occasion.HANDOVER_STEP, s.plan(), String.valueOf(s.last()))))
                .flatMap(s -> s);
    }

    private static Stream<Overdue.Late> late(Correspondence.Late answer) {
        return Stream.concat(
                answer.forAddressee()
                        ? Stream.of(new Overdue.Late(Occasion.REQUEST_OVERDUE, answer.number(), answer.addressee()))
                        : Stream.empty(),
                answer.forRequester()
                        ? Stream.of(new Overdue.Late(Occasion.ANSWER_OVERDUE, answer.number(), answer.addressee()))
                        : Stream.empty());
    }

    private boolean told(Overdue.Late late) {
        if (!known.contains(late) && tray.told(late.occasion(), late.subject(), late.turn())) {
            known.add(late);
        }
        return known.contains(late);
    }
}
