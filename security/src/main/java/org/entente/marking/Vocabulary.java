package org.entente.marking;

import static org.entente.marking.Folding.fold;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.identity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The words that a marking may use. Every lookup ignores case, accents and repeated blanks and answers the official
 * spelling, or null for what is unknown: an unknown word is never guessed.
 */
public final class Vocabulary {
    private final Map<String, Scheme> schemes = new HashMap<>();
    private final Map<String, Scheme> schemesByOrganisation = new HashMap<>();
    private final Map<String, Level> byMark = new HashMap<>();
    private final Map<String, Level> byCode = new HashMap<>();
    private final Map<String, Level> unmarked = new HashMap<>();
    private final Map<String, String> organisations = new HashMap<>();
    private final Map<String, String> groupCodes = new HashMap<>();
    private final Map<String, Map<String, List<Interval>>> groups;
    private final Map<String, String> missions = new HashMap<>();
    private final Names names;

    /** {@code groups} gives, for each code, the organisations that were ever members and when. */
    public Vocabulary(
            List<Scheme> schemes,
            Collection<String> organisations,
            Map<String, Map<String, List<Interval>>> groups,
            Collection<String> missions,
            Collection<String> names) {
        for (Scheme scheme : schemes) {
            this.schemes.put(scheme.code(), scheme);
            schemesByOrganisation.put(scheme.organisation(), scheme);
            scheme.levels().forEach(level -> {
                byCode.put(fold(level.code()), level);
                if (level.mark() == null) {
                    unmarked.put(scheme.organisation(), level);
                } else {
                    byMark.put(fold(level.mark()), level);
                }
            });
        }
        organisations.forEach(code -> this.organisations.put(fold(code), code));
        groups.keySet().forEach(code -> groupCodes.put(fold(code), code));
        this.groups = Map.copyOf(groups);
        missions.forEach(code -> this.missions.put(fold(code), code));
        this.names = new Names(names);
    }

    /** The spelling under which two words count as the same word. */
    public static String folded(String word) {
        return fold(word);
    }

    /** Whether a marking could write the word without being misread: no comma, no double or outer slash, no controls. */
    public static boolean writable(String word) {
        return !fold(word).isEmpty()
                && word.equals(word.strip())
                && word.indexOf(',') < 0
                && !word.contains("//")
                && !word.startsWith("/")
                && !word.endsWith("/")
                && word.chars().noneMatch(Character::isISOControl);
    }

    public @Nullable Level levelByMark(String text) {
        return byMark.get(fold(text));
    }

    public @Nullable Level levelByCode(String text) {
        return byCode.get(fold(text));
    }

    /** The level for which an organisation has no mark (CLS-02); null where each of its levels has one. */
    public @Nullable Level unmarked(String organisation) {
        return unmarked.get(organisation);
    }

    /**
     * The level that a banner or portion mark begins with, whatever follows.
     *
     * @param originator whose text it is, which tells what a text without a mark means
     */
    public @Nullable Level level(String originator, String marking) {
        String text = marking.strip();
        if (!text.startsWith("(")) {
            return levelByMark(text.split("//", 2)[0]);
        }
        String code = text.substring(1).split("//|\\)", 2)[0];
        Level named = levelByCode(code);
        return code.isBlank() ? unmarked(originator) : named == null || named.mark() == null ? null : named;
    }

    public @Nullable Scheme scheme(String code) {
        return schemes.get(code);
    }

    public @Nullable Scheme schemeOf(String organisation) {
        return schemesByOrganisation.get(organisation);
    }

    public @Nullable String organisation(String text) {
        return organisations.get(fold(text));
    }

    public @Nullable String organisationOrGroup(String text) {
        String organisation = organisation(text);
        return organisation != null ? organisation : groupCodes.get(fold(text));
    }

    public @Nullable String mission(String text) {
        return missions.get(fold(text));
    }

    /** A person or a post. */
    public @Nullable String name(String text) {
        return names.find(text);
    }

    /** Whether the code is one of these organisations, or a group that has one of them at whatever time. */
    boolean everIncludes(String code, Collection<String> organisations) {
        Map<String, List<Interval>> members = groups.get(code);
        return organisations.contains(code)
                || (members != null && organisations.stream().anyMatch(members::containsKey));
    }

    /** The organisations behind a list, each group replaced by its members at that instant. */
    public Set<String> expand(Collection<String> codes, Instant at) {
        Set<String> expanded = new TreeSet<>();
        for (String code : codes) {
            Map<String, List<Interval>> members = groups.get(code);
            if (members == null) {
                expanded.add(code);
            } else {
                members.forEach((member, stretches) -> {
                    if (stretches.stream().anyMatch(stretch -> stretch.contains(at))) {
                        expanded.add(member);
                    }
                });
            }
        }
        return expanded;
    }
}
