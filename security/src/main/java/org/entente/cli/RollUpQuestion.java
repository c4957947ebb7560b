package org.entente.cli;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.entente.access.World;
import org.entente.json.JsonFields;
import org.entente.json.JsonLine;
import org.entente.json.JsonText;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.entente.marking.RollUp;
import org.entente.marking.RollUpError;
import org.entente.marking.RolledUp;
import org.entente.marking.Vocabulary;

/** {@code {"originator", "at", "portions"}}: which banner do the portions demand? */
final class RollUpQuestion implements Question {
    private final Vocabulary words;
    private final MarkingGrammar grammar;
    private final RollUp rollUp;

    RollUpQuestion(World world) {
        words = world.vocabulary();
        grammar = new MarkingGrammar(words);
        rollUp = new RollUp(words, world.equivalences());
    }

    @Override
    public Answer answer(String line, int number) {
        StringJoiner wrong = new StringJoiner("; ");
        JsonFields fields =
                JsonText.read(new StringReader(line), (at, field, message) -> wrong.add(field + " " + message));
        if (fields == null) {
            return Lines.error("the line " + wrong.toString().strip(), number);
        }
        String originator = fields.text("originator");
        Instant at = fields.instant("at");
        List<String> portions = fields.texts("portions");
        fields.done();
        String official = words.organisation(originator);
        if (wrong.length() == 0 && official == null) {
            wrong.add("originator names the unknown organisation " + originator);
        }
        return official == null || wrong.length() > 0
                ? Lines.error(wrong.toString(), number)
                : banner(official, at, portions);
    }

    private Answer banner(String originator, Instant at, List<String> portions) {
        List<Marking> markings = new ArrayList<>();
        for (String portion : portions) {
            switch (grammar.parse(originator, portion)) {
                case Parsed.Ok(Marking marking) -> markings.add(marking);
                case Parsed.Failed failed -> {
                    return refused(failed.error());
                }
            }
        }
        return switch (rollUp.of(originator, at, markings)) {
            case RolledUp.Banner(Marking marking) ->
                new Answer(new JsonLine().put("banner", marking.canonical()).toString(), false);
            case RolledUp.Refused(RollUpError error) -> refused(error);
        };
    }

    private static Answer refused(Enum<?> error) {
        return new Answer(new JsonLine().put("error", error.name()).toString(), false);
    }
}
