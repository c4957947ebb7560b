package org.entente.mission;

/** A mission is to have reached something more: who agreed on what it is to reach agreed on less. */
public record BenchmarkEntered(String mission) {}
