package org.entente.product;

import java.util.ArrayList;
import java.util.List;

/**
 * A product has just been confirmed by its officer: its own organisation has it, partners by release. Whoever hears of it says
 * what that set in motion, so that the officer is told.
 */
public record Published(String number, List<Consequence> consequences) {
    Published(String number) {
        this(number, new ArrayList<>());
    }

    public void tells(Consequence consequence) {
        consequences.add(consequence);
    }
}
