package org.entente.handover;

import java.util.List;

/**
 * How an item stands.
 *
 * @param consents what was asked of its givers, and what they answered
 * @param blockers what is in the way of the next signature because of it
 * @param custody through whose hands it went, oldest first, as far as this reader may know; only of an item looked at alone
 */
public record ItemStanding(
        ItemView item, List<ConsentView> consents, List<PlanView.Blocker> blockers, List<CustodyView> custody) {
    public ItemStanding {
        consents = List.copyOf(consents);
        blockers = List.copyOf(blockers);
        custody = List.copyOf(custody);
    }
}
