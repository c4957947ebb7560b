package org.entente.handover;

import java.util.Set;

/**
 * What the rules look at.
 *
 * @param disposition what is proposed for the item
 * @param askedOf organisations whose consent its barriers call for
 * @param consented those of them that have given it
 * @param inCustody whether the predecessor has custody of it, by origin or by an earlier handover
 * @param substituteReady whether a sanitised version of it is published
 * @param unassessed whether due diligence of somebody whose information it is stands against the successor (PKI-11)
 */
record ItemFacts(
        Item item,
        Disposition disposition,
        Set<String> askedOf,
        Set<String> consented,
        boolean inCustody,
        boolean substituteReady,
        boolean unassessed) {}
