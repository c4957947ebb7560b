package org.entente.sequencer;

/** What the sequencer says to whoever started it. */
interface Told {
    void say(String sentence);

    /** It has its database and its key, and leads or stands by. */
    void ready();
}
