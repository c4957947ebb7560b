package org.entente.cli;

import org.entente.access.World;
import org.entente.json.JsonLine;
import org.entente.marking.Marking;
import org.entente.marking.MarkingError;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;

/** {@code ORIGINATOR<TAB>text}: what does the text say, in canonical form? */
final class MarkingQuestion implements Question {
    private final MarkingGrammar grammar;

    MarkingQuestion(World world) {
        grammar = new MarkingGrammar(world.vocabulary());
    }

    @Override
    public Answer answer(String line, int number) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            return Lines.error(MarkingError.SYNTAX.name(), number);
        }
        String text = line.substring(tab + 1);
        return switch (grammar.parse(line.substring(0, tab), text)) {
            case Parsed.Failed(MarkingError error, int position, String token) -> Lines.error(error.name(), number);
            case Parsed.Ok(Marking marking) -> {
                boolean portion = text.strip().startsWith("(");
                String canonical = portion ? marking.portionMark() : marking.canonical();
                yield new Answer(new JsonLine().put("canonical", canonical).toString(), false);
            }
        };
    }
}
