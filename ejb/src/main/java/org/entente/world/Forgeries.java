package org.entente.world;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Rows that nobody goes by because no act made them, from where they were met to who tells of them. */
@ApplicationScoped
public class Forgeries {
    private static final int MOST = 100;

    private final Set<String> met = ConcurrentHashMap.newKeySet();

    public void met(String what) {
        if (met.size() < MOST) {
            met.add(what);
        }
    }

    /** All that were met since the platform started. */
    public Set<String> all() {
        return Set.copyOf(met);
    }
}
