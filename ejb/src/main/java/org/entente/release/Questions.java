package org.entente.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.entente.access.World;
import org.entente.marking.Control;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.entente.marking.Scheme;
import org.entente.product.Circulating;
import org.jspecify.annotations.Nullable;

/**
 * Whose consent a release needs, and for which paragraphs: every giver whose information is inside (CAV-13), the originator of
 * anything under ORCON, be it the product or a source that a portion draws on (CLS-43), and the originator of what somebody
 * else would hand on (CLS-40), and every joint originator but the releaser (HND-11). Pure.
 */
final class Questions {
    private Questions() {}

    /** For each giver, the ids of the portions to ask about. */
    static Map<String, List<String>> of(
            Circulating product,
            Marking banner,
            String releaser,
            World world,
            Function<String, @Nullable Circulating> find) {
        Map<String, List<String>> questions = new TreeMap<>();
        List<Marking> portions = portions(product, world);
        List<String> all = IntStream.rangeClosed(1, portions.size())
                .mapToObj(Integer::toString)
                .toList();
        for (String giver : banner.contains()) {
            List<String> theirs = where(
                    portions,
                    m -> m.contains().contains(giver) || author(m, world).equals(giver));
            questions.put(giver, theirs.isEmpty() ? all : theirs);
        }
        banner.joint().stream()
                .filter(originator -> !originator.equals(releaser))
                .forEach(originator -> questions.put(originator, all));
        if (!releaser.equals(product.originator())) {
            questions.put(product.originator(), all);
        } else if (banner.controls().contains(Control.ORCON)) {
            List<String> controlled = where(portions, m -> m.controls().contains(Control.ORCON));
            questions.put(product.originator(), controlled.isEmpty() ? all : controlled);
        }
        sources(product, releaser, world, find)
                .forEach((giver, paragraphs) -> questions.merge(giver, paragraphs, Questions::both));
        questions.remove(releaser.equals(product.originator()) ? "" : releaser);
        return questions;
    }

    /** Somebody else's originator-controlled products that portions draw on. */
    private static Map<String, List<String>> sources(
            Circulating product, String releaser, World world, Function<String, @Nullable Circulating> find) {
        Map<String, List<String>> drawn = new LinkedHashMap<>();
        for (int i = 0; i < product.sources().size(); i++) {
            for (String reference : product.sources().get(i)) {
                Circulating source = find.apply(reference.split("#", 2)[0]);
                if (source == null || source.originator().equals(releaser)) {
                    continue;
                }
                Marking marking = parsed(source.originator(), source.marking(), world);
                if (marking != null && marking.controls().contains(Control.ORCON)) {
                    drawn.merge(source.originator(), List.of(Integer.toString(i + 1)), Questions::both);
                }
            }
        }
        return drawn;
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> both = new ArrayList<>(some);
        more.stream().filter(m -> !both.contains(m)).forEach(both::add);
        return both;
    }

    private static List<String> where(List<Marking> portions, java.util.function.Predicate<Marking> those) {
        return IntStream.range(0, portions.size())
                .filter(i -> those.test(portions.get(i)))
                .mapToObj(i -> Integer.toString(i + 1))
                .toList();
    }

    static List<Marking> portions(Circulating product, World world) {
        List<Marking> marks = new ArrayList<>();
        for (String text : product.portionMarkings()) {
            var level = world.vocabulary().level(product.originator(), text);
            Scheme scheme = level == null ? null : world.vocabulary().scheme(level.scheme());
            Marking mark = parsed(scheme == null ? product.originator() : scheme.organisation(), text, world);
            if (mark == null) {
                throw new IllegalStateException("a stored portion mark no longer parses: " + product.number());
            }
            marks.add(mark);
        }
        return marks;
    }

    static @Nullable Marking parsed(String originator, String text, World world) {
        return new MarkingGrammar(world.vocabulary()).parse(originator, text) instanceof Parsed.Ok ok
                ? ok.marking()
                : null;
    }

    /** The organisation of the level's scheme. */
    static String author(Marking portion, World world) {
        Scheme scheme = world.vocabulary().scheme(portion.level().scheme());
        return scheme == null ? "" : scheme.organisation();
    }
}
