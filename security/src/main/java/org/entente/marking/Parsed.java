package org.entente.marking;

/** What reading a text gave. */
public sealed interface Parsed {
    record Ok(Marking marking) implements Parsed {}

    /** The first error in reading order, where it stands in the text (from 0) and the words at fault. */
    record Failed(MarkingError error, int position, String token) implements Parsed {}
}
