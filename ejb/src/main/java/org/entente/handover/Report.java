package org.entente.handover;

import java.time.Instant;
import java.util.List;

/**
 * What remains on paper of a handover (HND-18): for both sides the same, but for whom it is made out to.
 *
 * @param marking for both sides, at the lower of the levels up to which each gives to the other
 * @param withheld how many items there are that the reader may not know; {@code plan.inventory} is the root over all of them
 * @param digest SHA-256 over inventory, dispositions, outcomes, retention codes and lessons, in hexadecimal
 */
public record Report(
        PlanView plan,
        String marking,
        String digest,
        Made made,
        Reconciliation reconciliation,
        List<ItemView> items,
        int withheld,
        List<String> consentsRefused,
        List<String> destroyed,
        List<String> residual,
        List<String> exceptions) {
    public Report {
        items = List.copyOf(items);
        consentsRefused = List.copyOf(consentsRefused);
        destroyed = List.copyOf(destroyed);
        residual = List.copyOf(residual);
        exceptions = List.copyOf(exceptions);
    }

    /** For whom and when; {@code language} is the one in which that person works. */
    public record Made(String reader, String organisation, String hat, String language, Instant at) {}
}
