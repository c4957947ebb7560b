package org.entente.product;

import java.util.List;
import org.entente.gate.Objection;

/**
 * The banner that a filing would get.
 *
 * @param warnings partners on its list to whom no arrangement lets it go; it can be filed all the same
 */
public record Preview(String banner, List<Objection> warnings) {}
