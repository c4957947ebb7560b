package org.entente.marking;

import jakarta.enterprise.context.ApplicationScoped;

/** Planted: a container's annotation in the kernel. */
@ApplicationScoped
public class PlantedContainerInTheKernel {}
