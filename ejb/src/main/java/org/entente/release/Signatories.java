package org.entente.release;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The production plan and the delegations as one operation looks at them, however many releases it looks at. */
@TransactionScoped
class Signatories implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Plan plan;

    @Inject
    private ReleaseShelf shelf;

    private final transient Map<String, Plan.Authority> planned = new HashMap<>();
    private final transient Map<String, List<Delegation>> delegated = new HashMap<>();

    Plan.Authority planned(String organisation, String type) {
        return planned.computeIfAbsent(organisation + " " + type, k -> plan.authority(organisation, type));
    }

    List<Delegation> delegated(String organisation) {
        return delegated.computeIfAbsent(organisation, shelf::delegations);
    }
}
