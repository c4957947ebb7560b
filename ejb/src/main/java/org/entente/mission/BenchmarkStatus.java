package org.entente.mission;

/** How far a benchmark is (HND-17). */
public enum BenchmarkStatus {
    OPEN,
    MET,
    NOT_MET
}
