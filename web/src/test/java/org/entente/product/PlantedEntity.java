package org.entente.product;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Planted: an entity for everybody. */
@Entity
public class PlantedEntity {
    @Id
    long id;
}
