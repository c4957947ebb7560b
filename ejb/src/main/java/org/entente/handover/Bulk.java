package org.entente.handover;

/** Of many items, how many were done, and how many something objected to. */
public record Bulk(int done, int left) {}
