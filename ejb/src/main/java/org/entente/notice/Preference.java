package org.entente.notice;

/**
 * How a person wants to be written to; the page shows everything whatever it says.
 *
 * @param detailed whether a mail names what is unclassified; of everything else it says that it waits, and no more
 */
public record Preference(Mail mail, boolean detailed) {
    static final Preference USUAL = new Preference(Mail.AT_ONCE, false);

    /** When. */
    public enum Mail {
        AT_ONCE,
        /** Each morning what the day before brought; warnings at once all the same. */
        DAILY,
        NONE
    }
}
