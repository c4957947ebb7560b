package org.entente.marking;

/** Reads markings; a text in parentheses is a portion mark and names its level by code. */
public final class MarkingGrammar {
    private final Vocabulary words;

    public MarkingGrammar(Vocabulary words) {
        this.words = words;
    }

    public Parsed parse(String originator, String text) {
        return new Parsed.Failed(MarkingError.SYNTAX, 0, originator + text + words.organisation(originator));
    }
}
