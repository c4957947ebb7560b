package org.entente.web.product;

/** How many products match. */
public record CountBody(long count) {}
