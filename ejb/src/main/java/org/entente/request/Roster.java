package org.entente.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Experts that an organisation had before this platform knew of them: taken over once, then the organisation's own affair. */
@ApplicationScoped
public class Roster {
    @Inject
    private Ledger ledger;

    /** Keeps them, in the caller's transaction, unless the organisation has a roster. */
    public boolean keep(String organisation, List<Expert> experts) {
        boolean fresh = ledger.experts(organisation).isEmpty();
        if (fresh) {
            ledger.keepExperts(organisation, experts);
        }
        return fresh;
    }
}
