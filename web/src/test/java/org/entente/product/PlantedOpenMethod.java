package org.entente.product;

import jakarta.ejb.Stateless;

/** Planted: an operation that no door guards. */
@Stateless
public class PlantedOpenMethod {
    public String everything() {
        return "";
    }
}
