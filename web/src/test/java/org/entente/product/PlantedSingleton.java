package org.entente.product;

import jakarta.ejb.Singleton;

/** Planted: a singleton that offers something. */
@Singleton
public class PlantedSingleton {
    public String everything() {
        return "";
    }
}
