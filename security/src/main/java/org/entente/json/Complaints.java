package org.entente.json;

/** Where everything that is wrong with a text is noted. */
@FunctionalInterface
public interface Complaints {
    /** {@code field} is a path such as {@code hats[3].clearances[0].level}, empty for the text as a whole. */
    void add(int line, String field, String message);
}
