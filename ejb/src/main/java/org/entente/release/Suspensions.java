package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.entente.gate.Gate;
import org.entente.product.Circulation;
import org.jspecify.annotations.Nullable;

/** Stops a product on all its ways at once, because it is compromised (AUD-11). In the caller's transaction. */
@ApplicationScoped
public class Suspensions {
    @Inject
    private Gate gate;

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private Progress progress;

    @Inject
    private Circulation circulation;

    /**
     * Ends what is handed over or under way; whoever has it loses it with this act.
     *
     * @param part the organisation whose part it is: what it holds and what it let go; null for all
     * @return how many recipients lost it, or the prospect of it
     */
    public int suspend(String product, @Nullable String part, String why) {
        circulation.lock(product);
        int suspended = 0;
        for (ReleaseRequest found : shelf.of(product)) {
            ReleaseRequest release = found.stored().open() ? shelf.lock(found.number()) : null;
            if (release == null) {
                continue;
            }
            List<String> stopped = release.active().stream()
                    .map(Recipient::organisation)
                    .filter(r -> part == null || part.equals(release.releaser()) || part.equals(r))
                    .toList();
            for (String organisation : stopped) {
                progress.suspended(release, organisation, why);
                gate.concerns(organisation);
            }
            if (!stopped.isEmpty()) {
                shelf.moved(release);
                suspended += stopped.size();
            }
        }
        // what was handed over before there were releases
        circulation.receivers(product).stream()
                .filter(r -> part == null || part.equals(r))
                .filter(r ->
                        circulation.releases(product).reach(r, gate.moment().now()))
                .forEach(r -> {
                    circulation.end(product, r, gate.moment().now());
                    circulation.recalled(product, r);
                });
        return suspended;
    }
}
