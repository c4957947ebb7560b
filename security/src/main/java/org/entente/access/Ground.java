package org.entente.access;

/** On what ground organisations other than the originator have a product. */
public enum Ground {
    /** Its marking alone says who. */
    MARKING,
    /** Its marking says who may, and a release in force who has it. */
    RELEASE,
    /**
     * An extract for named readers, released because of an imminent threat to life (CAV-12). It lifts what stands for trust
     * and standing; never what excludes, what protects a source, who is named, or the release itself.
     */
    EMERGENCY
}
