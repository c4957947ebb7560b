package org.entente.product;

/** Planted: a name that says nothing. */
public class PlantedHelper {}
