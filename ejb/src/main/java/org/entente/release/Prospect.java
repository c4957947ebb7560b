package org.entente.release;

import java.util.List;
import org.entente.gate.Objection;

/**
 * What a release of a product to one partner would meet with.
 *
 * @param holds whether the partner has it already, or a release to it is under way
 * @param objections what would stand in the way of the signature; consents that nobody was asked for yet are among them
 */
public record Prospect(String organisation, boolean holds, List<Objection> objections) {}
