package org.entente.marking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What portions add up to under one originator, before it is known whether a banner can say it. */
record Sum(Vocabulary words, String originator, Instant at, List<Marking> portions) {

    Marking under(Level level) {
        return new Marking(
                level,
                joint(),
                List.copyOf(givers()),
                controls(),
                releasableTo(level),
                List.copyOf(orNone(eyesOnly())),
                List.copyOf(orNone(missions())),
                List.copyOf(union(Marking::notReleasableTo)),
                handling(),
                embargoUntil(),
                expires());
    }

    /** A joint originator cannot be excluded here: a portion that excludes it is not also its own. */
    boolean excludesItsOriginator() {
        return union(Marking::notReleasableTo).contains(originator);
    }

    boolean namesNobody() {
        Set<String> names = eyesOnly();
        return names != null && names.isEmpty();
    }

    boolean hasNoCommonMission() {
        Set<String> missions = missions();
        return missions != null && missions.isEmpty();
    }

    boolean expiresUnderEmbargo() {
        LocalDate embargo = embargoUntil();
        LocalDate expires = expires();
        return embargo != null && expires != null && !expires.isAfter(embargo);
    }

    /** Whether lists there are, but no organisation beside the originator is on all of them. */
    boolean releasableToNobodyElse() {
        Set<String> audience = audience();
        return eyesOnly() == null && audience != null && audience.size() == 1;
    }

    /** Controls that no unclassified banner can carry. */
    boolean needsClassification() {
        return eyesOnly() != null
                || controls().contains(Control.ORCON)
                || controls().contains(Control.SOURCE);
    }

    /** The originator and those to whom every portion belongs as well. */
    private Set<String> originators() {
        Set<String> common = null;
        for (Marking portion : portions) {
            common = common == null ? new TreeSet<>(originators(portion)) : retain(common, originators(portion));
        }
        return common == null ? Set.of(originator) : common;
    }

    /** What is jointly somebody else's alone was received from them and is the originator's to answer for. */
    private List<String> originators(Marking portion) {
        return portion.joint().contains(originator) ? portion.joint() : List.of(originator);
    }

    private List<String> joint() {
        Set<String> originators = originators();
        return originators.size() == 1 ? List.of() : originatorFirst(originators);
    }

    private Set<String> givers() {
        Set<String> originators = originators();
        Set<String> givers = union(Marking::contains);
        union(Marking::joint).stream()
                .filter(code -> !originators.contains(code))
                .forEach(givers::add);
        for (Marking portion : portions) {
            String author = author(portion);
            if (portion.level().classified() && !originators.contains(author)) {
                givers.add(author);
            }
        }
        return givers;
    }

    /** None where a classified banner would name its originators only, who read it without a list. */
    private List<String> releasableTo(Level level) {
        Set<String> audience = audience();
        if (eyesOnly() != null || audience == null || (level.classified() && audience.equals(originators()))) {
            return List.of();
        }
        return originatorFirst(audience);
    }

    private List<String> originatorFirst(Set<String> codes) {
        List<String> list = new ArrayList<>(List.of(originator));
        codes.stream().filter(code -> !code.equals(originator)).forEach(list::add);
        return list;
    }

    /** The organisations on every list, less the excluded ones; null where there is no list at all. */
    private @Nullable Set<String> audience() {
        Set<String> common = null;
        for (Marking portion : portions) {
            if (portion.level().classified() || !portion.releasableTo().isEmpty()) {
                Set<String> listed = words.expand(portion.releasableTo(), at);
                listed.addAll(originators(portion));
                common = common == null ? listed : retain(common, listed);
            }
        }
        if (common != null) {
            common.removeAll(words.expand(union(Marking::notReleasableTo), at));
            common.add(originator);
        }
        return common;
    }

    private @Nullable Set<String> eyesOnly() {
        return intersection(Marking::eyesOnly);
    }

    private @Nullable Set<String> missions() {
        return intersection(Marking::missions);
    }

    private Set<Control> controls() {
        Set<Control> controls = EnumSet.noneOf(Control.class);
        portions.forEach(portion -> controls.addAll(portion.controls()));
        return controls;
    }

    private Set<Handling> handling() {
        Set<Handling> handling = EnumSet.noneOf(Handling.class);
        portions.forEach(portion -> handling.addAll(portion.handling()));
        return handling;
    }

    private @Nullable LocalDate embargoUntil() {
        return portions.stream()
                .map(Marking::embargoUntil)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private @Nullable LocalDate expires() {
        return portions.stream()
                .map(Marking::expires)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private Set<String> union(Function<Marking, List<String>> list) {
        Set<String> union = new TreeSet<>();
        portions.forEach(portion -> union.addAll(list.apply(portion)));
        return union;
    }

    /** What stands on every list that is present; null where none is. */
    private @Nullable Set<String> intersection(Function<Marking, List<String>> list) {
        Set<String> common = null;
        for (Marking portion : portions) {
            List<String> items = list.apply(portion);
            if (!items.isEmpty()) {
                common = common == null ? new TreeSet<>(items) : retain(common, items);
            }
        }
        return common;
    }

    private String author(Marking portion) {
        Scheme scheme = words.scheme(portion.level().scheme());
        return scheme == null ? portion.level().scheme() : scheme.organisation();
    }

    private static Set<String> retain(Set<String> common, Collection<String> other) {
        common.retainAll(other);
        return common;
    }

    private static Set<String> orNone(@Nullable Set<String> items) {
        return items == null ? Set.of() : items;
    }
}
