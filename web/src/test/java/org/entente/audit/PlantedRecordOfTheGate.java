package org.entente.audit;

import org.entente.gate.PlantedDoorToProducts;

/** Planted: the record depends on what it records, and closes a circle. */
public class PlantedRecordOfTheGate {
    public String about(PlantedDoorToProducts door) {
        return door.toString();
    }
}
