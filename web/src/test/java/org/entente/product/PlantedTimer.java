package org.entente.product;

import jakarta.ejb.Schedule;

class PlantedTimer {
    @Schedule(persistent = false)
    void tick() {}
}
