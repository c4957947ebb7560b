package org.entente.handover;

import java.util.Set;

/**
 * What the rules look at.
 *
 * @param disposition what is proposed for the item
 * @param askedOf organisations whose consent its barriers call for
 * @param consented those of them that have given it
 * @param substituteReady whether a sanitised version of it is published
 */
record ItemFacts(
        Item item, Disposition disposition, Set<String> askedOf, Set<String> consented, boolean substituteReady) {}
