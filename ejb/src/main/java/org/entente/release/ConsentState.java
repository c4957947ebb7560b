package org.entente.release;

/** Where a question to an originator stands, by the clock. Only {@code GRANTED} lets anything go. */
public enum ConsentState {
    ASKED,
    GRANTED,
    REFUSED,
    /** Not answered by the due date: refused (CAV-13). */
    SILENT,
    /** Given for a time that is over. */
    LAPSED
}
