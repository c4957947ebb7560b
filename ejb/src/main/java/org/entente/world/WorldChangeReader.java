package org.entente.world;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/** Reads a change back from its text. */
final class WorldChangeReader {
    private final JsonObject line;

    private WorldChangeReader(JsonObject line) {
        this.line = line;
    }

    static WorldChange read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return new WorldChangeReader(reader.readObject()).change();
        }
    }

    private WorldChange change() {
        return switch (word("change")) {
            case "HAT_BEGUN" ->
                new WorldChange.HatBegun(
                        word("hat"),
                        word("person"),
                        word("organisation"),
                        words("roles").stream().map(Role::valueOf).toList(),
                        words("posts"),
                        word("mission"),
                        from(),
                        at("to"),
                        Boolean.parseBoolean(word("provisional")));
            case "ASSIGNED" -> new WorldChange.Assigned(word("hat"), word("mission"), from(), at("to"));
            case "ASSIGNMENT_ENDED" ->
                new WorldChange.AssignmentEnded(
                        word("hat"), word("mission"), from(), at("to"), line.getString("plan", null));
            case "HAT_CONFIRMED" -> new WorldChange.HatConfirmed(word("hat"), from());
            case "CLEARED" -> new WorldChange.Cleared(word("hat"), word("level"), from(), at("to"));
            case "CLEARANCE_WITHDRAWN" -> new WorldChange.ClearanceWithdrawn(word("hat"), from());
            case "BRIEFED" ->
                new WorldChange.Briefed(word("hat"), word("scheme"), from(), Objects.requireNonNull(at("to")));
            case "CONDUCT_SIGNED" -> new WorldChange.ConductSigned(word("hat"), word("organisation"), from());
            case "HAT_SUSPENDED" -> new WorldChange.HatSuspended(word("hat"), from(), word("by"), word("reason"));
            case "SUSPENSION_LIFTED" -> new WorldChange.SuspensionLifted(word("hat"), from(), word("by"));
            case "PERSON_ENTERED" ->
                new WorldChange.PersonEntered(
                        word("person"), word("subject"), word("name"), word("language"), line.getString("mail", null));
            case "MISSION_ENDED" -> new WorldChange.MissionEnded(word("mission"), from());
            case "CONSENT_GIVEN" ->
                new WorldChange.ConsentGiven(word("giver"), word("receiver"), word("product"), from(), at("to"));
            case "MISSION_FOUNDED" ->
                new WorldChange.MissionFounded(
                        word("mission"),
                        line.getString("host", null),
                        word("name"),
                        word("mandate"),
                        at("from"),
                        ends());
            case "HOST_NAMED" -> new WorldChange.HostNamed(word("mission"), line.getString("host", null));
            case "ARRANGEMENT_PROPOSED" ->
                new WorldChange.ArrangementProposed(
                        word("arrangement"),
                        word("giver"),
                        word("receiver"),
                        line.getString("mission", null),
                        word("cap"),
                        words("without"),
                        line.getString("approver", null),
                        word("basis"),
                        line.getString("conditions", null),
                        line.getString("reference", null),
                        day("writtenOn"),
                        line.getString("scan", null),
                        word("by"),
                        word("person"),
                        at("from"),
                        at("to"));
            case "FORCE_BARRED" ->
                new WorldChange.ForceBarred(word("organisation"), word("force"), word("receiver"), from());
            case "FORCE_CLEARED" -> new WorldChange.ForceCleared(word("organisation"), word("force"), from());
            case "ARRANGEMENT_MOVED" ->
                new WorldChange.ArrangementMoved(
                        word("arrangement"), word("state"), word("why"), line.getString("agreedBy", null));
            default -> throw new IllegalArgumentException("no change of the world: " + line);
        };
    }

    private String word(String name) {
        return line.getString(name);
    }

    private List<String> words(String name) {
        return line.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    private List<@Nullable Instant> ends() {
        List<@Nullable Instant> ends = new ArrayList<>();
        for (String end : words("ends")) {
            ends.add(end.isEmpty() ? null : Instant.parse(end));
        }
        return ends;
    }

    private Instant from() {
        return Instant.parse(word("from"));
    }

    private @Nullable LocalDate day(String name) {
        String text = line.getString(name, null);
        return text == null ? null : LocalDate.parse(text);
    }

    private @Nullable Instant at(String name) {
        String text = line.getString(name, null);
        return text == null ? null : Instant.parse(text);
    }
}
