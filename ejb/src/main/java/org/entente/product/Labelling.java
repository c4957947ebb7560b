package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.access.AccessPolicy;
import org.entente.access.World;
import org.entente.gate.Objections;
import org.entente.gate.Refused;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.entente.marking.RollUp;
import org.entente.marking.RolledUp;
import org.entente.marking.Scheme;
import org.entente.marking.Vocabulary;
import org.entente.marking.Width;
import org.entente.world.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filing's markings, adds them up to the banner, and collects every objection: unknown words, a banner wider than its
 * portions (CLS-33, CLS-34), one that is higher or narrower without a reason (CLS-31), a level above what this deployment is
 * accredited for (CLS-51).
 */
@ApplicationScoped
class Labelling {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_PORTIONS = 200;
    private static final int LONGEST_REASON = 4_000;
    private static final int MOST_SOURCES = 50;
    private static final int LONGEST_SOURCE = 40;
    private static final int MOST_CITATIONS = 20;
    private static final int LONGEST_CITATION = 3_000;
    private static final int LONGEST_CITATIONS = 12_000;

    Labelled label(Filing filing, String originator, Moment moment) {
        return label(filing, originator, moment, false);
    }

    /** The same of something that came in without a marking: every mark of it stays unknown, whatever is filed (CLS-02). */
    Labelled unmarked(Filing filing, String originator, Moment moment) {
        return label(filing, originator, moment, true);
    }

    private static Labelled label(Filing filing, String originator, Moment moment, boolean unmarked) {
        World world = moment.world().policy().world();
        Reader reader = new Reader(world, originator, moment.now(), unmarked);
        Objections objections = reader.objections;
        ProductType type = objections.word(ProductType.class, filing.type(), "type", "PKI-01");
        if (filing.type().isBlank()) {
            objections.add("type", "PKI-01", "A product has a type.");
        }
        words(filing, world, objections);
        String titleMark = reader.portion(filing.titleMarking(), "titleMarking");
        List<Marking> marks = new ArrayList<>();
        List<Portion> portions = new ArrayList<>();
        for (int i = 0; i < filing.portions().size(); i++) {
            PortionFiling filed = filing.portions().get(i);
            String field = "portions[" + i + "]";
            Marking mark = reader.marking(filed.marking(), field + ".marking");
            grade(filed, field, objections);
            text(filed.text(), field + ".text", LONGEST_TEXT, objections);
            references(filed, field, objections);
            if (mark != null) {
                marks.add(mark);
                portions.add(new Portion(mark.portionMark(), filed));
            }
        }
        Likelihood likelihood = objections.word(Likelihood.class, filing.likelihood(), "likelihood", "PKI-04");
        Confidence confidence = objections.word(Confidence.class, filing.confidence(), "confidence", "PKI-04");
        AcquisitionMethod method = objections.word(AcquisitionMethod.class, filing.method(), "method", "PKI-07");
        objections.throwIfAny("invalid-filing", "The product cannot be filed as it is.");
        List<Marking> all = new ArrayList<>(marks);
        if (titleMark != null) {
            all.add(Objects.requireNonNull(reader.marking(titleMark, "titleMarking")));
        }
        Marking banner = reader.banner(all, filing);
        return new Labelled(
                banner,
                titleMark,
                Objects.requireNonNull(type),
                blankToNull(filing.mission()),
                filing.title().strip(),
                portions,
                marks,
                filing.portions().stream().map(PortionFiling::text).toList(),
                blankToNull(filing.compilationReason()),
                likelihood,
                confidence,
                method);
    }

    /** A foreign portion is rolled up by itself first, so that both are of the originator's scheme. */
    static boolean widerThanSource(
            AccessPolicy policy, String originator, Instant at, Marking portion, Marking source) {
        RollUp rollUp = rollUp(policy.world());
        return !(rollUp.of(originator, at, List.of(source)) instanceof RolledUp.Banner least)
                || !(rollUp.of(originator, at, List.of(portion)) instanceof RolledUp.Banner given)
                || rollUp.compare(originator, at, least.marking(), given.marking()) == Width.WIDER;
    }

    static RollUp rollUp(World world) {
        return new RollUp(world.vocabulary(), world.equivalences());
    }

    private static void words(Filing filing, World world, Objections objections) {
        text(filing.title(), "title", LONGEST_TITLE, objections);
        String compilation = blankToNull(filing.compilationReason());
        if (compilation != null) {
            text(compilation, "compilationReason", LONGEST_REASON, objections);
        }
        String mission = blankToNull(filing.mission());
        if (mission != null && world.missions().stream().noneMatch(m -> m.code().equals(mission))) {
            objections.add("mission", "UNKNOWN_CODE", "There is no mission '" + mission + "'.");
        }
        if (filing.portions().isEmpty()) {
            objections.add("portions", "CLS-30", "A product has at least one portion.");
        }
        if (filing.portions().size() > MOST_PORTIONS) {
            objections.add("portions", "CLS-30", "A product has at most " + MOST_PORTIONS + " portions.");
        }
    }

    private static void text(String text, String field, int longest, Objections objections) {
        if (text.isBlank()) {
            objections.add(field, "CLS-06", "This cannot be empty.");
        } else if (text.length() > longest) {
            objections.add(field, "CLS-06", "This can have at most " + longest + " characters.");
        } else if (text.codePoints().anyMatch(Labelling::unprintable)) {
            objections.add(field, "CLS-06", "This holds a control character.");
        }
    }

    /** Controls, and halves of a character: no document could show them, and some would break it. */
    private static boolean unprintable(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                || Character.getType(c) == Character.SURROGATE;
    }

    private static void references(PortionFiling filed, String field, Objections objections) {
        if (filed.sources().size() > MOST_SOURCES) {
            objections.add(field + ".sources", "CLS-43", "A portion has at most " + MOST_SOURCES + " sources.");
        }
        filed.sources().forEach(s -> text(s, field + ".sources", LONGEST_SOURCE, objections));
        int length = filed.citations().stream().mapToInt(String::length).sum();
        if (filed.citations().size() > MOST_CITATIONS || length > LONGEST_CITATIONS) {
            objections.add(
                    field + ".citations",
                    "CLS-43",
                    "A portion has at most " + MOST_CITATIONS + " citations of " + LONGEST_CITATIONS
                            + " characters together.");
        }
        filed.citations().forEach(c -> text(c, field + ".citations", LONGEST_CITATION, objections));
    }

    private static void grade(PortionFiling filed, String field, Objections objections) {
        String letter = filed.reliability();
        String digit = filed.credibility();
        if (letter != null && !letter.matches("[A-F]")) {
            objections.add(field + ".reliability", "PKI-03", "Source reliability is one of A to F.");
        }
        if (digit != null && !digit.matches("[1-6]")) {
            objections.add(field + ".credibility", "PKI-03", "Information credibility is one of 1 to 6.");
        }
        if ((letter == null) != (digit == null)) {
            objections.add(field, "PKI-03", "A grade has both its letter and its digit.");
        }
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Reads the markings of one filing against one world at one instant. */
    private static final class Reader {
        private final World world;
        private final Vocabulary words;
        private final MarkingGrammar grammar;
        private final String originator;
        private final Instant at;
        private final boolean unmarked;
        private final Objections objections = new Objections();

        Reader(World world, String originator, Instant at, boolean unmarked) {
            this.world = world;
            this.words = world.vocabulary();
            this.grammar = new MarkingGrammar(words);
            this.originator = originator;
            this.at = at;
            this.unmarked = unmarked;
        }

        @Nullable
        String portion(@Nullable String text, String field) {
            if (text == null || text.isBlank()) {
                return null;
            }
            Marking mark = marking(text, field);
            return mark == null ? null : mark.portionMark();
        }

        /** A portion mark; its originator is the organisation of its level's scheme. */
        @Nullable
        Marking marking(String text, String field) {
            if (unmarked) {
                return Marking.notKnown();
            }
            String mark = MarkingGrammar.portionMark(text);
            return parsed(giver(mark), mark, field);
        }

        private String giver(String portionMark) {
            Level level = words.level(originator, portionMark);
            Scheme scheme = level == null ? null : words.scheme(level.scheme());
            return scheme == null ? originator : scheme.organisation();
        }

        private @Nullable Marking parsed(String giver, String text, String field) {
            return switch (grammar.parse(giver, text)) {
                case Parsed.Ok ok -> ok.marking();
                case Parsed.Failed failed -> {
                    objections.add(
                            field,
                            failed.error().name(),
                            "'" + failed.token() + "' at character " + (failed.position() + 1) + " of '" + text
                                    + "' does not parse.");
                    yield null;
                }
            };
        }

        Marking banner(List<Marking> portions, Filing filing) {
            if (unmarked) {
                return Marking.notKnown();
            }
            RollUp rollUp = rollUp(world);
            Marking least = switch (rollUp.of(originator, at, portions)) {
                case RolledUp.Banner up -> up.marking();
                case RolledUp.Refused refused ->
                    throw Refused.objected(
                            "no-banner",
                            "portions",
                            refused.error().name(),
                            "These portions do not add up to one banner.");
            };
            Marking banner = proposed(filing, rollUp, least);
            if (!Accreditation.covers(banner.level(), world, at)) {
                throw Refused.objected(
                        "level-above-accreditation",
                        "marking",
                        "CLS-51",
                        "This system is not accredited for " + banner.level().shown() + ".");
            }
            return banner;
        }

        private Marking proposed(Filing filing, RollUp rollUp, Marking least) {
            String text = blankToNull(filing.marking());
            if (text == null) {
                return least;
            }
            Marking given = parsed(originator, text, "marking");
            if (given == null) {
                objections.throwIfAny("invalid-filing", "The proposed marking does not parse.");
                return least;
            }
            Width width = rollUp.compare(originator, at, least, given);
            if (width == Width.WIDER) {
                throw Refused.objected(
                        "marking-too-wide",
                        "marking",
                        "CLS-34",
                        "The portions ask for at least " + least.canonical() + ".");
            }
            if (width == Width.NARROWER && blankToNull(filing.compilationReason()) == null) {
                throw Refused.objected(
                        "compilation-reason-missing",
                        "compilationReason",
                        "CLS-31",
                        "A banner higher or narrower than " + least.canonical() + " needs a reason.");
            }
            return given;
        }
    }
}
