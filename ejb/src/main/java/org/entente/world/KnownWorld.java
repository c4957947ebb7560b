package org.entente.world;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.access.AccessPolicy;
import org.entente.access.Grounds;
import org.entente.identity.Hat;
import org.entente.json.JsonLine;
import org.jspecify.annotations.Nullable;

/** One version of the world: the policy compiled from it, and the people and hats in it. Immutable. */
public final class KnownWorld {
    private final long version;
    private final AccessPolicy policy;
    private final byte[] hash;
    private final Map<String, Person> bySubject;
    private final List<Personnel> personnel;
    private final Map<String, List<Hat>> byPerson;
    private final Map<String, Integer> logBits;

    KnownWorld(
            long version,
            AccessPolicy policy,
            Map<String, Person> bySubject,
            List<Personnel> personnel,
            Map<String, Integer> logBits) {
        this.version = version;
        this.policy = policy;
        this.hash = policy.world().hash();
        this.bySubject = Map.copyOf(bySubject);
        this.personnel = List.copyOf(personnel);
        this.byPerson = personnel.stream()
                .filter(p -> p.suspension() == null)
                .map(Personnel::hat)
                .collect(Collectors.groupingBy(Hat::person));
        this.logBits = Map.copyOf(logBits);
    }

    public long version() {
        return version;
    }

    public AccessPolicy policy() {
        return policy;
    }

    /** SHA-256 of the rule set and this world: what the record names as the ground of a decision (AUD-06). */
    public byte[] hash() {
        return hash.clone();
    }

    /** Persons and hats with all that gives them authority, a line each, always the same for the same world. */
    String people() {
        Stream<String> persons = bySubject.values().stream()
                .map(p -> new JsonLine()
                        .put("person", p.code())
                        .put("subject", p.subject())
                        .toString())
                .sorted();
        return Stream.concat(persons, personnel.stream().map(KnownWorld::text).sorted())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String text(Personnel one) {
        JsonLine text = new JsonLine().put("hat", Grounds.text(one.hat())).put("begunHere", one.begunHere());
        if (one.conduct() != null) {
            text.put("conduct", one.conduct().toString());
        }
        if (one.suspension() != null) {
            text.put("suspended", one.suspension().at().toString())
                    .put("by", one.suspension().by());
        }
        return text.toString();
    }

    public @Nullable Person person(String subject) {
        return bySubject.get(subject);
    }

    public List<Hat> hatsOf(Person person) {
        return byPerson.getOrDefault(person.code(), List.of());
    }

    /** Every hat that can be worn; suspended ones cannot. */
    public List<Hat> hats() {
        return byPerson.values().stream().flatMap(List::stream).toList();
    }

    /** Every hat that there is or was, suspended ones too, in the order of their ids. */
    public List<Personnel> personnel() {
        return personnel;
    }

    public @Nullable Personnel personnel(String hat) {
        return personnel.stream()
                .filter(p -> p.hat().id().equals(hat))
                .findFirst()
                .orElse(null);
    }

    public @Nullable Person personByCode(String code) {
        return bySubject.values().stream()
                .filter(p -> p.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** The organisation's number in the log, 0 to 14. */
    public int logBit(String organisation) {
        Integer bit = logBits.get(organisation);
        if (bit == null) {
            throw new IllegalArgumentException("no such organisation: " + organisation);
        }
        return bit;
    }

    public boolean knows(String organisation) {
        return logBits.containsKey(organisation);
    }
}
