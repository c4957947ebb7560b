package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where this node met words that are not those that were filed, until somebody has been told. What found them may have had no
 * transaction, or lost it: telling is for whoever asks here.
 */
@ApplicationScoped
public class Differences {
    private static final int MOST = 1_000;

    private final Set<Differing> met = ConcurrentHashMap.newKeySet();

    /** A version whose words, or the marks around them, are not those that were filed. */
    public record Differing(String number, int version) {}

    void met(Bound bound) {
        if (met.size() < MOST) {
            met.add(new Differing(bound.number(), bound.versionNo()));
        }
    }

    public List<Differing> all() {
        return List.copyOf(met);
    }

    public void told(Differing differing) {
        met.remove(differing);
    }
}
