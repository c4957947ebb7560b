package org.entente.access;

import static org.entente.marking.Vocabulary.folded;
import static org.entente.marking.Vocabulary.writable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.entente.marking.Scheme;

/** Collects everything for which a world contradicts itself: references that lead nowhere, words that mean two things. */
final class WorldCheck {
    /** What is wrong with which of the world's records, and in which of its fields. */
    record Objection(Object culprit, String field, String message) {}

    private final List<Objection> objections = new ArrayList<>();
    private final Set<String> states = new HashSet<>();
    private final Set<String> organisations = new HashSet<>();
    private final Set<String> associates = new HashSet<>();
    private final Set<String> missions = new HashSet<>();
    private final Set<String> levels = new HashSet<>();
    private final Map<String, Set<String>> taken = new HashMap<>();

    List<Objection> objections() {
        return List.copyOf(objections);
    }

    WorldCheck organisations(List<Organisation> all) {
        for (Organisation organisation : all) {
            unique("organisation or group", organisation.code(), organisation, "code");
            object(organisation.code().contains(" "), organisation, "code", "has a blank");
            organisations.add(organisation.code());
            if (organisation.kind() == Organisation.Kind.STATE) {
                states.add(organisation.code());
            }
            if (organisation.kind() == Organisation.Kind.ASSOCIATE) {
                associates.add(organisation.code());
            }
        }
        return this;
    }

    WorldCheck groups(List<Group> all) {
        for (Group group : all) {
            unique("organisation or group", group.code(), group, "code");
            for (Member member : group.members()) {
                organisation(member.organisation(), member, "organisation");
                object(
                        associates.contains(member.organisation()),
                        member,
                        "organisation",
                        "is an associate, which no group has as a member (ORG-04)");
            }
        }
        return this;
    }

    WorldCheck missions(List<Mission> all) {
        for (Mission mission : all) {
            unique("mission", mission.code(), mission, "code");
            missions.add(mission.code());
            if (mission.hostState() != null) {
                organisation(mission.hostState(), mission, "hostState");
            }
        }
        return this;
    }

    WorldCheck schemes(List<Scheme> all) {
        for (Scheme scheme : all) {
            unique("scheme", scheme.code(), scheme, "code");
            unique("organisation with a scheme", scheme.organisation(), scheme, "organisation");
            organisation(scheme.organisation(), scheme, "organisation");
            object(scheme.levels().isEmpty(), scheme, "levels", "is empty");
            for (Level level : scheme.levels()) {
                unique("level", level.code(), level, "code");
                object(level.code().startsWith("("), level, "code", "begins with a parenthesis");
                if (level.mark() == null) {
                    object(
                            level.rank() > 0 || level.classified(),
                            level,
                            "mark",
                            "is missing, and only an unclassified lowest level has none");
                } else {
                    unique("mark", level.mark(), level, "mark");
                    object(level.mark().startsWith("("), level, "mark", "begins with a parenthesis");
                    object(
                            folded(level.mark()).equals(Marking.UNKNOWN),
                            level,
                            "mark",
                            "is what stands where no marking is known");
                }
                levels.add(level.code());
            }
        }
        return this;
    }

    /** A post belongs to one unit at most: two would make its holder both who may read and who may not. */
    WorldCheck units(List<Unit> all, Set<String> posts) {
        for (Unit unit : all) {
            unique("unit", unit.code(), unit, "code");
            organisation(unit.organisation(), unit, "organisation");
            if (unit.mission() != null) {
                mission(unit.mission(), unit, "mission");
            }
            object(unit.posts().isEmpty(), unit, "posts", "is empty");
            for (String post : unit.posts()) {
                object(!posts.contains(post), unit, "posts", "names the unknown post " + post);
                unique("post of a unit", post, unit, "posts");
            }
        }
        return this;
    }

    WorldCheck memberships(List<Membership> all) {
        for (Membership membership : all) {
            organisation(membership.organisation(), membership, "organisation");
            organisation(membership.state(), membership, "state");
            object(!states.contains(membership.state()), membership, "state", "is no State");
        }
        return this;
    }

    /** A level has at most one row at any instant. */
    WorldCheck equivalences(List<Equivalence> all) {
        List<Equivalence> byBeginning = new ArrayList<>(all);
        byBeginning.sort(Comparator.comparing(
                row -> row.during().from(), Comparator.nullsFirst(Comparator.<Instant>naturalOrder())));
        Map<String, Equivalence> latest = new HashMap<>();
        for (Equivalence row : byBeginning) {
            level(row.level(), row, "level");
            if (row.during().from() != null
                    && row.during().from().equals(row.during().to())) {
                continue;
            }
            Equivalence before = latest.get(row.level());
            object(before != null && overlap(before, row), row, "from", "overlaps another row of " + row.level());
            if (before == null || !endsLater(before, row)) {
                latest.put(row.level(), row);
            }
        }
        return this;
    }

    WorldCheck arrangements(List<Arrangement> all) {
        for (Arrangement arrangement : all) {
            organisation(arrangement.giver(), arrangement, "giver");
            organisation(arrangement.receiver(), arrangement, "receiver");
            level(arrangement.cap(), arrangement, "cap");
            if (arrangement.mission() != null) {
                mission(arrangement.mission(), arrangement, "mission");
            }
        }
        return this;
    }

    WorldCheck consents(List<Consent> all) {
        for (Consent consent : all) {
            organisation(consent.giver(), consent, "giver");
            organisation(consent.receiver(), consent, "receiver");
        }
        return this;
    }

    WorldCheck bars(List<Bar> all) {
        for (Bar bar : all) {
            organisation(bar.giver(), bar, "giver");
            organisation(bar.receiver(), bar, "receiver");
            object(bar.giver().equals(bar.receiver()), bar, "receiver", "is the giver itself");
        }
        return this;
    }

    /** Persons or posts; {@code culprit} is whose field it is, or anything where it is the world's own. */
    WorldCheck names(Set<String> all, Object culprit, String field) {
        all.forEach(name -> object(!writable(name), culprit, field, "could not be written in a marking: " + name));
        return this;
    }

    void organisation(String code, Object culprit, String field) {
        object(!organisations.contains(code), culprit, field, "names the unknown organisation " + code);
    }

    void mission(String code, Object culprit, String field) {
        object(!missions.contains(code), culprit, field, "names the unknown mission " + code);
    }

    void level(String code, Object culprit, String field) {
        object(!levels.contains(code), culprit, field, "names the unknown level " + code);
    }

    /** Two words that a marking could not tell apart are the same word. */
    void unique(String kind, String word, Object culprit, String field) {
        object(!writable(word), culprit, field, "could not be written in a marking: " + word);
        boolean first = taken.computeIfAbsent(kind, unused -> new HashSet<>()).add(folded(word));
        object(!first, culprit, field, "is a second " + kind + " " + word);
    }

    void object(boolean wrong, Object culprit, String field, String message) {
        if (wrong) {
            objections.add(new Objection(culprit, field, message));
        }
    }

    private static boolean overlap(Equivalence before, Equivalence row) {
        Instant end = before.during().to();
        Instant begin = row.during().from();
        return end == null || begin == null || begin.isBefore(end);
    }

    private static boolean endsLater(Equivalence before, Equivalence row) {
        Instant end = before.during().to();
        Instant other = row.during().to();
        return end == null || (other != null && end.isAfter(other));
    }
}
