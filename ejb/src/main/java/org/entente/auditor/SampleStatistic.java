package org.entente.auditor;

/** How often something was found in an organisation's products of a year. */
public record SampleStatistic(String organisation, int year, Discrepancy type, long count) {}
