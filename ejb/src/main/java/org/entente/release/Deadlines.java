package org.entente.release;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.product.Circulation;

/** What time alone does: silence becomes refusal (CAV-13). It never grants. */
@Stateless
public class Deadlines {
    @Inject
    private Gate gate;

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private Circulation circulation;

    @Inject
    private Progress progress;

    /** Recipients for whom a giver stayed silent leave their releases; what has no recipient left is rejected. */
    @Operation(Action.SETTLE_SILENCE)
    public void silence() {
        List<String> waiting = shelf.silent(gate.moment().now());
        for (String number : waiting) {
            ReleaseRequest release = Objects.requireNonNull(shelf.lock(number));
            progress.onwards(release, circulation.get(release.product()));
            shelf.moved(release);
            gate.concerns(release.releaser());
        }
        gate.notes("silence is refusal: " + String.join(" ", waiting));
    }
}
