package org.entente.marking;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A level, whose it is, and its caveats in canonical order. {@code joint} and {@code releasableTo} name the product's
 * originator first; an empty list means that the segment is absent, and so that the originator is the only one.
 */
public record Marking(
        Level level,
        List<String> joint,
        List<String> contains,
        Set<Control> controls,
        List<String> releasableTo,
        List<String> eyesOnly,
        List<String> missions,
        List<String> notReleasableTo,
        Set<Handling> handling,
        @Nullable LocalDate embargoUntil,
        @Nullable LocalDate expires) {

    /**
     * What stands in place of a banner where something came in unmarked: no marking, and not the absence of one (CLS-02). Nobody
     * but an officer who is to find its marking reads it.
     */
    public static final String UNKNOWN = "UNKNOWN";

    private static final Marking NOT_KNOWN = new Marking(
            new Level(UNKNOWN, UNKNOWN, true, "", 0),
            List.of(),
            List.of(),
            Set.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            null,
            null);

    public Marking {
        joint = originatorFirst(joint);
        contains = sorted(contains);
        controls = ordered(controls, Control.class);
        releasableTo = originatorFirst(releasableTo);
        eyesOnly = sorted(eyesOnly);
        missions = sorted(missions);
        notReleasableTo = sorted(notReleasableTo);
        handling = ordered(handling, Handling.class);
    }

    /** What is written down of something that came in unmarked; no text parses to it. */
    public static Marking notKnown() {
        return NOT_KNOWN;
    }

    /**
     * The banner: the official mark and every caveat, in the one spelling that stands for this marking. What has no mark is said
     * in parentheses, as of a portion, so that it is never the same as nothing at all.
     */
    public String canonical() {
        return level.mark() == null ? portionMark() : level.mark() + caveats();
    }

    /** The mark of a portion, which names the level by its code, or names none where the level has no mark. */
    public String portionMark() {
        return "(" + (level.mark() == null ? "" : level.code()) + caveats() + ")";
    }

    /** Those who hold the product in common with its originator (HND-11). */
    public List<String> coOriginators() {
        return joint.isEmpty() ? joint : joint.subList(1, joint.size());
    }

    public String originatorScheme() {
        return level.scheme();
    }

    private String caveats() {
        List<String> segments = new ArrayList<>();
        segments.add(list("JOINT ", joint));
        segments.add(contains.stream()
                .map(giver -> " " + giver + " INFORMATION")
                .collect(Collectors.joining("", contains.isEmpty() ? "" : "CONTAINS", "")));
        segments.add(controls.stream().map(Control::name).collect(Collectors.joining("/")));
        segments.add(list("REL TO ", releasableTo));
        segments.add(list("EYES ONLY ", eyesOnly));
        segments.add(list("MISSION ", missions));
        segments.add(list("NOT RELEASABLE TO ", notReleasableTo));
        segments.add(handling.stream().map(Handling::text).collect(Collectors.joining("/")));
        segments.add(times());
        return segments.stream()
                .filter(segment -> !segment.isEmpty())
                .map(segment -> "//" + segment)
                .collect(Collectors.joining());
    }

    private String times() {
        List<String> times = new ArrayList<>();
        if (embargoUntil != null) {
            times.add("EMBARGO UNTIL " + DateTimeFormatter.BASIC_ISO_DATE.format(embargoUntil));
        }
        if (expires != null) {
            times.add("EXPIRES " + DateTimeFormatter.BASIC_ISO_DATE.format(expires));
        }
        return String.join("/", times);
    }

    private static String list(String keyword, List<String> items) {
        return items.isEmpty() ? "" : keyword + String.join(", ", items);
    }

    private static List<String> sorted(Collection<String> items) {
        return items.stream().distinct().sorted().toList();
    }

    private static List<String> originatorFirst(List<String> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        List<String> ordered = new ArrayList<>();
        ordered.add(items.getFirst());
        sorted(items).stream().filter(item -> !item.equals(items.getFirst())).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private static <E extends Enum<E>> Set<E> ordered(Set<E> items, Class<E> type) {
        EnumSet<E> ordered = EnumSet.noneOf(type);
        ordered.addAll(items);
        return Collections.unmodifiableSet(ordered);
    }
}
