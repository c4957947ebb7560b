package org.entente.breach;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import org.entente.gate.Caller;
import org.entente.gate.Tireless;
import org.entente.world.Moment;
import org.entente.world.Worlds;

/** Looks at the platform's clock for cases that stand still, and enters by the door, under a name, when one does. */
@Singleton
@Interceptors(Tireless.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BreachTimer {
    private static final String NAME = "breach";

    @Inject
    private Caller caller;

    @Inject
    private Worlds worlds;

    @Inject
    private BreachRows cases;

    @Inject
    private InformWithin within;

    @Inject
    private Investigators investigators;

    @Inject
    private BreachDeadlines deadlines;

    @Schedule(hour = "*", minute = "*", second = "2/5", persistent = false)
    void tick() {
        Moment moment = worlds.moment();
        for (String late : cases.untold(moment.now().minus(within.time()))) {
            caller.isPlatform(NAME);
            deadlines.tell(late);
        }
        for (BreachCase open : cases.open()) {
            if (investigators.wanting(open, moment) && investigators.somebody(open, moment)) {
                caller.isPlatform(NAME);
                deadlines.pass(open.number());
            }
        }
    }
}
