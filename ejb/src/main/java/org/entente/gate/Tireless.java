package org.entente.gate;

import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Stands around what happens by the clock: what fails this time is tried again at the next tick. The container gives a timer up
 * for good after two failures in a row, which is a database that restarts.
 */
public class Tireless {
    private static final System.Logger LOG = System.getLogger(Tireless.class.getName());

    @AroundTimeout
    @Nullable
    Object tick(InvocationContext call) {
        try {
            return call.proceed();
        } catch (Exception e) {
            LOG.log(
                    Level.WARNING,
                    call.getMethod().getDeclaringClass().getSimpleName() + " failed and comes again: "
                            + e.getMessage());
            return null;
        }
    }
}
