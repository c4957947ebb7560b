package org.entente.gate;

import org.entente.audit.PlantedRecordOfTheGate;
import org.entente.product.ProductState;

/** Planted: a door that knows a room. */
public class PlantedDoorToProducts {
    public ProductState state(PlantedRecordOfTheGate circle) {
        return circle.about(this).isEmpty() ? ProductState.DRAFT : ProductState.PUBLISHED;
    }
}
