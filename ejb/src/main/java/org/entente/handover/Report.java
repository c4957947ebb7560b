package org.entente.handover;

import java.util.List;

/** What remains on paper of a handover (HND-18): for both sides the same. */
public record Report(
        PlanView plan,
        Reconciliation reconciliation,
        List<ItemView> items,
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
}
