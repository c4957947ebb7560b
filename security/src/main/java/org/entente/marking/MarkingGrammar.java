package org.entente.marking;

import static org.entente.marking.MarkingError.EXCLUSION_CONFLICT;
import static org.entente.marking.MarkingError.REL_AND_EYES;
import static org.entente.marking.MarkingError.TIME_ORDER;
import static org.entente.marking.MarkingError.UNCLASSIFIED_CONTROL;
import static org.entente.marking.MarkingError.UNKNOWN_CODE;
import static org.entente.marking.MarkingError.UNKNOWN_MARK;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads markings. A text in parentheses is a portion mark: it names its level by code, and its originator is the
 * organisation of that level's scheme. Any other text is a banner and wants the official mark. Parentheses that name no level
 * say that there is no mark, which only an organisation can say whose scheme has none for the unclassified (CLS-02).
 */
public final class MarkingGrammar {
    private final Vocabulary words;

    public MarkingGrammar(Vocabulary words) {
        this.words = words;
    }

    public Parsed parse(String originator, String text) {
        String author = words.organisation(originator);
        if (author == null) {
            return new Parsed.Failed(UNKNOWN_CODE, 0, originator);
        }
        Piece whole = Piece.of(text, 0);
        boolean portion = whole.text().startsWith("(") && whole.text().endsWith(")");
        Piece inner = portion ? inside(whole) : whole;
        List<Piece> pieces = inner.split("//");
        Piece mark = pieces.getFirst();
        Level level = level(author, portion, mark.text());
        if (level == null) {
            return mark.failed(UNKNOWN_MARK);
        }
        Scheme scheme = words.scheme(level.scheme());
        SegmentReader caveats = new SegmentReader(words, portion && scheme != null ? scheme.organisation() : author);
        for (Piece segment : pieces.subList(1, pieces.size())) {
            Parsed.Failed failed = caveats.read(segment);
            if (failed != null) {
                return failed;
            }
        }
        Parsed.Failed contradiction = contradiction(level, caveats);
        return contradiction != null ? contradiction : new Parsed.Ok(marking(level, caveats));
    }

    /**
     * A portion's mark as people type it, with its parentheses or without. What names no level stays as it is: that there is no
     * mark is said by parentheses alone, and never by leaving something out.
     */
    public static String portionMark(String typed) {
        String mark = typed.strip();
        return mark.isEmpty() || mark.startsWith("(") || mark.startsWith("/") ? mark : "(" + mark + ")";
    }

    private @Nullable Level level(String author, boolean portion, String mark) {
        if (!portion) {
            return words.levelByMark(mark);
        }
        if (mark.isEmpty()) {
            return words.unmarked(author);
        }
        Level named = words.levelByCode(mark);
        return named == null || named.mark() == null ? null : named;
    }

    private static Piece inside(Piece parentheses) {
        return Piece.of(parentheses.text().substring(1, parentheses.text().length() - 1), parentheses.at() + 1);
    }

    /** The checks across segments, in the order in which they are reported. */
    private static Parsed.@Nullable Failed contradiction(Level level, SegmentReader read) {
        Piece rel = read.places.get(Segment.REL);
        Piece eyes = read.places.get(Segment.EYES);
        Piece control = read.places.get(Segment.CONTROL);
        Piece notTo = read.places.get(Segment.NOT_TO);
        Piece time = read.places.get(Segment.TIME);
        if (rel != null && eyes != null) {
            return eyes.failed(REL_AND_EYES);
        }
        if (!level.classified() && control != null && !read.controls.equals(Collections.singleton(Control.PII))) {
            return control.failed(UNCLASSIFIED_CONTROL);
        }
        if (!level.classified() && eyes != null) {
            return eyes.failed(UNCLASSIFIED_CONTROL);
        }
        if (notTo != null && read.excludesItsOwn()) {
            return notTo.failed(EXCLUSION_CONFLICT);
        }
        if (time != null
                && read.embargoUntil != null
                && read.expires != null
                && !read.expires.isAfter(read.embargoUntil)) {
            return time.failed(TIME_ORDER);
        }
        return null;
    }

    private static Marking marking(Level level, SegmentReader read) {
        return new Marking(
                level,
                read.joint,
                read.contains,
                read.controls,
                read.releasableTo,
                read.eyesOnly,
                read.missions,
                read.notReleasableTo,
                read.handling,
                read.embargoUntil,
                read.expires);
    }
}
