package org.entente.cli;

/** What a command makes of one line of input. */
@FunctionalInterface
interface Question {
    /** The answer to a line, and whether the line was at fault. */
    record Answer(String json, boolean faulty) {}

    Answer answer(String line, int number);
}
