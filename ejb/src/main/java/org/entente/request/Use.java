package org.entente.request;

/** What an answer was good for (PKI-13). */
public enum Use {
    USED,
    PARTLY_USED,
    NOT_USED
}
