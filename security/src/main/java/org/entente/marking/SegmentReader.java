package org.entente.marking;

import static org.entente.marking.Folding.fold;
import static org.entente.marking.MarkingError.JOINT_LIST;
import static org.entente.marking.MarkingError.REL_LIST;
import static org.entente.marking.MarkingError.SEGMENT_ORDER;
import static org.entente.marking.MarkingError.SYNTAX;
import static org.entente.marking.MarkingError.UNKNOWN_CODE;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the caveats of one marking, segment after segment, each segment's content before its position. */
final class SegmentReader {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    final List<String> joint = new ArrayList<>();
    final List<String> contains = new ArrayList<>();
    final Set<Control> controls = EnumSet.noneOf(Control.class);
    final List<String> releasableTo = new ArrayList<>();
    final List<String> eyesOnly = new ArrayList<>();
    final List<String> missions = new ArrayList<>();
    final List<String> notReleasableTo = new ArrayList<>();
    final Set<Handling> handling = EnumSet.noneOf(Handling.class);

    @Nullable
    LocalDate embargoUntil;

    @Nullable
    LocalDate expires;

    final Map<Segment, Piece> places = new EnumMap<>(Segment.class);
    private final Vocabulary words;
    private final String originator;
    private @Nullable Segment previous;

    SegmentReader(Vocabulary words, String originator) {
        this.words = words;
        this.originator = originator;
    }

    Parsed.@Nullable Failed read(Piece segment) {
        Piece list = segment.after("JOINT");
        if (list != null) {
            Parsed.Failed failed = withOriginator(list, words::organisation, JOINT_LIST, joint);
            return failed != null ? failed : inOrder(Segment.JOINT, segment);
        }
        list = segment.after("CONTAINS");
        if (list != null) {
            Parsed.Failed failed = givers(list);
            return failed != null ? failed : inOrder(Segment.CONTAINS, segment);
        }
        list = segment.after("REL TO");
        if (list != null) {
            Parsed.Failed failed = withOriginator(list, words::organisationOrGroup, REL_LIST, releasableTo);
            return failed != null ? failed : inOrder(Segment.REL, segment);
        }
        list = segment.after("EYES ONLY");
        if (list != null) {
            Parsed.Failed failed = items(list, words::name, eyesOnly);
            return failed != null ? failed : inOrder(Segment.EYES, segment);
        }
        list = segment.after("MISSION");
        if (list != null) {
            Parsed.Failed failed = items(list, words::mission, missions);
            return failed != null ? failed : inOrder(Segment.MISSION, segment);
        }
        list = segment.after("NOT RELEASABLE TO");
        if (list != null) {
            Parsed.Failed failed = items(list, words::organisationOrGroup, notReleasableTo);
            return failed != null ? failed : inOrder(Segment.NOT_TO, segment);
        }
        return keywords(segment);
    }

    /** Whether NOT RELEASABLE TO names an originator, a group that has a joint one, or somebody whom REL TO names. */
    boolean excludesItsOwn() {
        return notReleasableTo.contains(originator)
                || notReleasableTo.stream().anyMatch(releasableTo::contains)
                || notReleasableTo.stream().anyMatch(code -> words.everIncludes(code, joint));
    }

    private Parsed.@Nullable Failed keywords(Piece segment) {
        List<Piece> items = segment.split("/");
        if (items.stream().allMatch(this::control)) {
            return inOrder(Segment.CONTROL, segment);
        }
        if (items.stream().allMatch(this::handling)) {
            return inOrder(Segment.HANDLING, segment);
        }
        return items.stream().allMatch(this::time) ? inOrder(Segment.TIME, segment) : segment.failed(SYNTAX);
    }

    private Parsed.@Nullable Failed inOrder(Segment kind, Piece segment) {
        if (previous != null && kind.compareTo(previous) <= 0) {
            return segment.failed(SEGMENT_ORDER);
        }
        previous = kind;
        places.put(kind, segment);
        return null;
    }

    private Parsed.@Nullable Failed givers(Piece list) {
        List<Piece> pairs = list.words();
        if (pairs.isEmpty()) {
            return list.failed(SYNTAX);
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            Piece giver = pairs.get(i);
            if (i + 1 == pairs.size() || !pairs.get(i + 1).is("INFORMATION")) {
                return giver.failed(SYNTAX);
            }
            String organisation = words.organisation(giver.text());
            if (organisation == null) {
                return giver.failed(UNKNOWN_CODE);
            }
            if (joint.contains(organisation)) {
                return giver.failed(JOINT_LIST);
            }
            contains.add(organisation);
        }
        return null;
    }

    /** A list that says who is let in: two at least, each once, the originator among them. */
    private Parsed.@Nullable Failed withOriginator(
            Piece list, Function<String, @Nullable String> official, MarkingError error, List<String> into) {
        List<String> named = new ArrayList<>();
        Parsed.Failed failed = items(list, official, named);
        if (failed != null) {
            return failed;
        }
        boolean repeated = new HashSet<>(named).size() < named.size();
        if (named.size() < 2 || repeated || !named.contains(originator)) {
            return list.failed(error);
        }
        named.remove(originator);
        into.add(originator);
        into.addAll(named);
        return null;
    }

    private static Parsed.@Nullable Failed items(
            Piece list, Function<String, @Nullable String> official, List<String> into) {
        for (Piece item : list.split(",")) {
            if (item.isEmpty()) {
                return item.failed(SYNTAX);
            }
            String word = official.apply(item.text());
            if (word == null) {
                return item.failed(UNKNOWN_CODE);
            }
            into.add(word);
        }
        return null;
    }

    private boolean control(Piece item) {
        for (Control control : Control.values()) {
            if (item.is(control.name())) {
                controls.add(control);
                return true;
            }
        }
        return false;
    }

    private boolean handling(Piece item) {
        String folded = fold(item.text());
        for (Handling known : Handling.values()) {
            if (folded.equals(known.text())) {
                handling.add(known);
                return true;
            }
        }
        return false;
    }

    private boolean time(Piece item) {
        Piece embargo = item.after("EMBARGO UNTIL");
        Piece expiry = item.after("EXPIRES");
        LocalDate day = embargo != null ? day(embargo) : expiry != null ? day(expiry) : null;
        LocalDate earlier = embargo != null ? embargoUntil : expires;
        if (day == null || (earlier != null && !earlier.equals(day))) {
            return false;
        }
        if (embargo != null) {
            embargoUntil = day;
        } else {
            expires = day;
        }
        return true;
    }

    /** A day of the calendar, written with eight digits. */
    private static @Nullable LocalDate day(Piece digits) {
        if (!digits.text().matches("[0-9]{8}") || digits.text().startsWith("0000")) {
            return null;
        }
        try {
            return LocalDate.parse(digits.text(), DAY);
        } catch (DateTimeParseException impossible) {
            return null;
        }
    }
}
