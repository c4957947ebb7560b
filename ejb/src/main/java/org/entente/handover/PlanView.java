package org.entente.handover;

import java.time.Instant;
import java.util.List;
import org.entente.mission.MissionView;
import org.jspecify.annotations.Nullable;

/**
 * A handover as a member of either side sees it.
 *
 * @param next what can be signed now, null if nothing
 * @param digest what that signature is given over; a signer says which one was shown
 * @param failedAt when the transfer was due and could not be carried out, and by which rules; null if that did not happen
 * @param blockers everything that stands in the way of it, with its rule; of a plan that is READY, of the transfer itself
 * @param counts of items by disposition, {@code unassigned} among them
 */
public record PlanView(
        String number,
        String relation,
        String from,
        String to,
        String predecessor,
        String successor,
        Instant toa,
        Stage stage,
        boolean suspended,
        boolean accelerated,
        String cochairFrom,
        String cochairTo,
        @Nullable Instant frozenAt,
        @Nullable String inventory,
        @Nullable Instant executedAt,
        @Nullable Instant closedAt,
        @Nullable String endedWhy,
        @Nullable Instant failedAt,
        List<String> failedWhy,
        String lessons,
        List<StepView> steps,
        List<SignatureView> signatures,
        List<MissionView.BenchmarkView> benchmarks,
        int items,
        int unassigned,
        int addendum,
        List<Count> counts,
        @Nullable Act next,
        @Nullable String digest,
        List<Blocker> blockers) {
    public PlanView {
        failedWhy = List.copyOf(failedWhy);
        steps = List.copyOf(steps);
        signatures = List.copyOf(signatures);
        benchmarks = List.copyOf(benchmarks);
        counts = List.copyOf(counts);
        blockers = List.copyOf(blockers);
    }

    /** What is to be done when, relative to the transfer. */
    public record StepView(
            int ordinal,
            String text,
            int days,
            Instant due,
            @Nullable Instant doneAt,
            @Nullable String doneBy,
            @Nullable String waivedWhy) {}

    /** Who signed what for which side, and over which digest. */
    public record SignatureView(
            Act act, Side side, String organisation, String hat, Instant at, String digest, boolean stands) {}

    public record Count(Disposition disposition, int items) {}

    /** Something that objects, with the item it is about where it is about one. */
    public record Blocker(String rule, @Nullable String reference, String message) {}
}
