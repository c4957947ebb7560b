package org.entente.product;

import java.util.List;
import org.entente.access.Outcome;

/** What one hat would get of a product at an instant, and why. */
public record AudienceLine(String organisation, String hat, Outcome outcome, List<String> reasons) {}
