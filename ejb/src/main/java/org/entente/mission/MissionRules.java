package org.entente.mission;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.entente.access.Organisation;
import org.entente.access.World;
import org.entente.gate.Objections;
import org.jspecify.annotations.Nullable;

/** What a mission and a relation must be; judged when they are proposed, and again when the last one has agreed. */
final class MissionRules {
    private MissionRules() {}

    static void founding(Founding mission, World world, Objections objections) {
        if (!mission.code().matches("[A-Z][A-Z0-9-]{1,19}")) {
            objections.add("code", "HND-12", "A mission's code has 2 to 20 capitals, digits and dashes.");
        } else if (world.missions().stream().anyMatch(m -> m.code().equals(mission.code()))) {
            objections.add("code", "HND-12", "There is a mission " + mission.code() + " already.");
        }
        text(mission.name(), "name", 200, objections);
        text(mission.mandate(), "mandate", 400, objections);
        if (mission.leads().isEmpty()) {
            objections.add("leads", "ORG-01", "A mission is led by somebody.");
        }
        if (new HashSet<>(mission.leads()).size() < mission.leads().size()) {
            objections.add("leads", "ORG-01", "Each lead is named once.");
        }
        mission.leads().forEach(lead -> lead(lead, mission.hostState(), world, objections));
        host(mission.hostState(), List.of(), world, objections);
        dates(mission.begins(), mission.ends(), objections);
    }

    /** A State receives what is released to it and leads nothing; nor does an associate. */
    static void lead(String lead, @Nullable String hostState, World world, Objections objections) {
        Organisation known = organisation(lead, world);
        if (known == null) {
            objections.add("leads", "UNKNOWN_CODE", "There is no organisation '" + lead + "'.");
        } else if (known.kind() != Organisation.Kind.PRINCIPAL || lead.equals(hostState)) {
            objections.add("leads", "ORG-01", "'" + lead + "' is no principal: it leads no mission.");
        }
    }

    static void host(@Nullable String hostState, List<String> leads, World world, Objections objections) {
        if (hostState == null) {
            return;
        }
        Organisation known = organisation(hostState, world);
        if (known == null || known.kind() != Organisation.Kind.STATE) {
            objections.add("hostState", "UNKNOWN_CODE", "There is no State '" + hostState + "' here.");
        } else if (leads.contains(hostState)) {
            objections.add("hostState", "ORG-01", "Who leads a mission does not host it.");
        }
    }

    static void relation(RelationView given, MissionView from, MissionView to, Objections objections) {
        if (from.code().equals(to.code()) && given.type() != RelationType.INTEGRATED) {
            objections.add("to", "HND-14", "A mission does not follow itself.");
        }
        if (given.type() == RelationType.INTEGRATED && to.leads().size() < 2) {
            objections.add("type", "HND-11", "An integrated mission is led by two organisations or more.");
        }
        before(given.validFrom(), given.validTo(), "validTo", objections);
        if (given.type() != RelationType.SEQUENTIAL && given.overlapFrom() != null) {
            objections.add("overlapFrom", "HND-09", "Only a successor's planners look in before the transfer.");
        }
    }

    static void dates(@Nullable Instant begins, Ends ends, Objections objections) {
        for (Instant end : Arrays.asList(ends.legal(), ends.operational(), ends.realignment(), ends.liquidation())) {
            before(begins, end, "ends", objections);
        }
        before(ends.legal(), ends.liquidation(), "ends.liquidation", objections);
    }

    static void text(String text, String field, int longest, Objections objections) {
        if (text.isBlank() || text.length() > longest) {
            objections.add(field, "HND-12", "'" + field + "' has 1 to " + longest + " characters.");
        }
    }

    static void before(@Nullable Instant from, @Nullable Instant to, String field, Objections objections) {
        if (from != null && to != null && to.isBefore(from)) {
            objections.add(field, "HND-12", "It ends before it begins.");
        }
    }

    private static @Nullable Organisation organisation(String code, World world) {
        return world.organisations().stream()
                .filter(o -> o.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
