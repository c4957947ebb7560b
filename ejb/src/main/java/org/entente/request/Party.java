package org.entente.request;

/** As what somebody meets a request. */
public enum Party {
    REQUESTER,
    ADDRESSEE,
    BROKER
}
