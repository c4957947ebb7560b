package org.entente.handover;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.gate.Caller;
import org.entente.gate.Refused;
import org.entente.gate.Tireless;
import org.entente.world.Worlds;

/** Looks at the platform's clock and, when something is due in a handover, enters by the same door as everybody. */
@Singleton
@Interceptors(Tireless.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Calendar {
    private static final System.Logger LOG = System.getLogger(Calendar.class.getName());

    /** A cause is told apart from the next by so many. */
    private static final int MOST_RULES = 5;

    @Inject
    private Caller caller;

    @Inject
    private Worlds worlds;

    @Inject
    private PlanShelf shelf;

    @Inject
    private DueDates dates;

    @Inject
    private Due due;

    private void tell(Plan plan, List<String> rules) {
        String why = rules.stream().sorted().limit(MOST_RULES).collect(Collectors.joining(" "));
        if (!why.equals(plan.failedWhy())) {
            caller.isPlatform("calendar");
            due.failed(plan.number(), why);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        Instant now = worlds.moment().now();
        for (Plan plan : shelf.due(now)) {
            caller.isPlatform("calendar");
            try {
                due.transfer(plan.number());
            } catch (Refused objected) {
                LOG.log(
                        Level.WARNING,
                        "{0} is due and cannot be carried out: {1}",
                        plan.number(),
                        objected.refusal().reasons());
                tell(plan, objected.refusal().reasons());
            }
        }
        if (dates.overdue(now)) {
            caller.isPlatform("calendar");
            due.suspendOverdue();
        }
    }
}
