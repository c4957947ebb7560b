package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.entente.gate.Gate;

/**
 * What due diligence says against giving somebody something: that of whoever gives, and that of everybody whose information is
 * inside, since an originator's assessment travels with the product (PKI-11).
 */
@ApplicationScoped
class Diligence {
    @Inject
    private Gate gate;

    @Inject
    private Forces forces;

    /**
     * Forces of recipients that stand in the way, by their codes.
     *
     * @param unreviewed without a review in force by whoever assesses them
     * @param unmitigated of HIGH risk, and nothing is done about it
     */
    record Gaps(List<String> unreviewed, List<String> unmitigated) {
        static final Gaps NONE = new Gaps(List.of(), List.of());

        Gaps {
            unreviewed = List.copyOf(unreviewed);
            unmitigated = List.copyOf(unmitigated);
        }

        List<String> all() {
            return Stream.concat(unreviewed.stream(), unmitigated.stream()).toList();
        }
    }

    /** By one organisation's own assessment; none if it owes none. */
    Gaps of(String assessing, Collection<String> recipients) {
        if (!forces.reviewsAtAll(assessing)) {
            return Gaps.NONE;
        }
        Instant now = gate.moment().now();
        List<ForceView> concerned = forces.all(assessing).stream()
                .filter(f -> recipients.contains(f.organisation()))
                .toList();
        return new Gaps(
                concerned.stream()
                        .filter(f -> !f.reviewed(now))
                        .map(ForceView::code)
                        .toList(),
                concerned.stream()
                        .filter(f -> f.reviewed(now) && f.unmitigated())
                        .map(ForceView::code)
                        .toList());
    }

    /** By the assessments of several, each force with whose it is. */
    List<String> of(Collection<String> assessing, Collection<String> recipients) {
        return assessing.stream()
                .flatMap(one -> of(one, recipients).all().stream().map(force -> force + " by " + one))
                .toList();
    }
}
