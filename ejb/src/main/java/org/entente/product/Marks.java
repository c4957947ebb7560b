package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.entente.gate.Gate;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.entente.marking.Scheme;
import org.entente.marking.Vocabulary;

/** Stored marks, read again in the world of now, and the same marks with more readers. */
@ApplicationScoped
class Marks {
    @Inject
    private Gate gate;

    /**
     * A stored mark, a portion's or a banner; its originator is the organisation of its level's scheme.
     *
     * @param originator of the product, which tells what no mark means
     */
    Marking of(String originator, String text) {
        return parsed(author(words().level(originator, text)), text);
    }

    /** The same of several, in their order. */
    List<Marking> of(String originator, List<String> texts) {
        return texts.stream().map(text -> of(originator, text)).toList();
    }

    /** Whether nothing of it needs a channel that protects it: unclassified throughout, and no caveat anywhere. */
    boolean open(String originator, Version version) {
        return plain(of(originator, version.marking()))
                && of(originator, version.portionMarkings()).stream().allMatch(this::plain);
    }

    boolean plain(Marking mark) {
        return !mark.level().classified()
                && mark.canonical().equals(mark.level().shown());
    }

    /** The organisation whose scheme the level is of. */
    String author(Marking mark) {
        return author(mark.level());
    }

    /** The same, let to these organisations too. */
    Marking widened(Marking mark, Collection<String> more) {
        List<String> list = new ArrayList<>(mark.releasableTo());
        if (list.isEmpty()) {
            if (!mark.level().classified()) {
                return mark;
            }
            list.add(author(mark));
        }
        more.stream().filter(m -> !list.contains(m)).forEach(list::add);
        return new Marking(
                mark.level(),
                mark.joint(),
                mark.contains(),
                mark.controls(),
                list.size() > 1 ? list : List.of(),
                mark.eyesOnly(),
                mark.missions(),
                mark.notReleasableTo(),
                mark.handling(),
                mark.embargoUntil(),
                mark.expires());
    }

    private Marking parsed(String originator, String text) {
        return switch (new MarkingGrammar(words()).parse(originator, text)) {
            case Parsed.Ok ok -> ok.marking();
            case Parsed.Failed failed -> throw new IllegalStateException("a stored mark no longer parses: " + text);
        };
    }

    private String author(@org.jspecify.annotations.Nullable Level level) {
        Scheme scheme = level == null ? null : words().scheme(level.scheme());
        return scheme == null ? "" : scheme.organisation();
    }

    private Vocabulary words() {
        return gate.moment().world().policy().vocabulary();
    }
}
