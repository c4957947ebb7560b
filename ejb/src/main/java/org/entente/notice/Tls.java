package org.entente.notice;

/** How the way to the mail server is encrypted; public, for the configuration is read into it. */
public enum Tls {
    NONE,
    /** Required: a server that does not offer it gets nothing. */
    STARTTLS,
    /** From the first byte on. */
    IMPLICIT
}
