package org.entente.release;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import org.entente.gate.Caller;
import org.entente.gate.Tireless;
import org.entente.world.Worlds;

/** Looks at the platform's clock and, when something is due, enters by the same door as everybody, under a name. */
@Singleton
@Interceptors(Tireless.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Clockwork {
    @Inject
    private Caller caller;

    @Inject
    private Worlds worlds;

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private Deadlines deadlines;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        if (!shelf.silent(worlds.moment().now()).isEmpty()) {
            caller.isPlatform("clockwork");
            deadlines.silence();
        }
    }
}
