package org.entente.story;

import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.refusal;
import static org.entente.running.Offices.registry;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.identity.Role;
import org.entente.release.Kind;
import org.entente.release.Stage;
import org.entente.release.Step;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.Test;

/** No step can be skipped: every stage, every step, every hat, generated from the table that the pages go by. */
class ReleaseStepsIT {
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    private record Made(String number, Kind kind, Set<String> recipients) {}

    private record Hat(String id, String organisation, Set<Role> roles) {}

    @Test
    void pki08_inEveryStageEveryStepIsRefusedToEveryHatThatTheTableDoesNotNameAndNothingMoves() {
        User.clock(Scenario.SETTLED);
        Map<Stage, Made> made = oneOfEachStage();
        assertEquals(EnumSet.allOf(Stage.class), EnumSet.copyOf(made.keySet()));
        List<Hat> hats = Scenario.hats().stream()
                .filter(h -> !h.getString("id").equals("AN-AU"))
                .map(ReleaseStepsIT::hat)
                .toList();
        int refused = 0;
        int offered = 0;
        for (Map.Entry<Stage, Made> at : made.entrySet()) {
            Made release = at.getValue();
            for (Hat hat : hats) {
                User user = User.in(hat.id);
                Set<String> shown = shown(user, release.number);
                for (Step step : Step.values()) {
                    boolean named = step.in(at.getKey(), release.kind)
                            && side(step, hat, release)
                            && step.roles().stream().anyMatch(hat.roles::contains);
                    String where = at.getKey() + " " + step + " " + hat.id;
                    if (!named) {
                        Answer answer = step(user, release.number, step.slug(), said(step));
                        boolean again = answer.status() == 200 && repeats(answer, step, hat);
                        assertTrue(again || Set.of(403, 404, 409).contains(answer.status()), where + " " + answer);
                        assertTrue(!shown.contains(step.name()), where + " is offered and refused");
                        refused++;
                    } else if (shown.contains(step.name())) {
                        offered++;
                    }
                }
            }
            assertEquals(at.getKey().name(), state(release.number), "a refused step moved something");
        }
        assertTrue(refused > 3_000, refused + " refusals");
        assertTrue(offered > 20, offered + " offers");
    }

    /** Who says again what they said last is answered as before. */
    private static boolean repeats(Answer answer, Step step, Hat hat) {
        List<JsonObject> signatures = answer.json().getJsonArray("signatures").getValuesAs(JsonObject.class);
        return !signatures.isEmpty()
                && signatures.getLast().getString("step").equals(step.name())
                && signatures.getLast().getString("hat", "").equals(hat.id);
    }

    private static boolean side(Step step, Hat hat, Made release) {
        return switch (step.side()) {
            case RECIPIENT -> release.recipients.contains(hat.organisation);
            case RELEASER, GIVER -> hat.organisation.equals("UN");
        };
    }

    private static jakarta.json.JsonObjectBuilder said(Step step) {
        return approval().add("reason", "EXERCISE: matrix " + step);
    }

    private static Set<String> shown(User user, String release) {
        Answer seen = user.get("/releases/" + release);
        Set<String> mine = new TreeSet<>();
        if (seen.status() == 200) {
            seen.json().getJsonArray("next").getValuesAs(JsonObject.class).stream()
                    .filter(n -> n.getBoolean("mine"))
                    .forEach(n -> mine.add(n.getString("step")));
        }
        return mine;
    }

    private static Hat hat(JsonObject hat) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        hat.getJsonArray("roles").getValuesAs(JsonString::getString).forEach(r -> roles.add(Role.valueOf(r)));
        return new Hat(hat.getString("id"), hat.getString("organisation"), roles);
    }

    private Map<Stage, Made> oneOfEachStage() {
        Map<Stage, Made> made = new EnumMap<>(Stage.class);
        Map<Stage, List<String>> way = new LinkedHashMap<>();
        way.put(Stage.CHECKED, List.of());
        way.put(Stage.AUTHORISED, List.of("authorisation"));
        way.put(Stage.REGISTERED, List.of("authorisation", "registration"));
        way.put(Stage.DISSEMINATED, List.of("authorisation", "registration", "receipt"));
        way.put(Stage.ACKNOWLEDGED, List.of("authorisation", "registration", "receipt", "acknowledgement"));
        way.forEach((stage, steps) -> {
            String release = only(product("(UN-C//REL TO UN, AU)"));
            steps.forEach(s -> walk(release, s));
            made.put(stage, new Made(release, Kind.STANDARD, Set.of("AU")));
        });
        made.put(Stage.LABELLED, asked("AU"));
        String host = asked("MLI").number;
        expect(200, step(officer, host, "check", approval()));
        made.put(Stage.RISK_REVIEW, new Made(host, Kind.STANDARD, Set.of("MLI")));
        made.put(
                Stage.ORIGINATOR_CONSENT,
                new Made(only(product("(UN-C//ORCON//REL TO UN, AU)")), Kind.STANDARD, Set.of("AU")));
        String refused = only(product("(UN-C//REL TO UN, AU)"));
        expect(200, step(authority("UN"), refused, "authorisation", refusal("EXERCISE: no")));
        made.put(Stage.REJECTED, new Made(refused, Kind.STANDARD, Set.of("AU")));
        String returned = only(product("(UN-C//REL TO UN, AU)"));
        expect(
                200,
                step(
                        authority("UN"),
                        returned,
                        "authorisation",
                        Json.createObjectBuilder().add("decision", "RETURN").add("reason", "EXERCISE: why")));
        made.put(Stage.RETURNED, new Made(returned, Kind.STANDARD, Set.of("AU")));
        String recalled = only(product("(UN-C//REL TO UN, AU)"));
        List.of("authorisation", "registration").forEach(s -> walk(recalled, s));
        expect(200, step(authority("UN"), recalled, "recall", because("EXERCISE: back")));
        made.put(Stage.WITHDRAWN, new Made(recalled, Kind.STANDARD, Set.of("AU")));
        String old = product("(UN-C//REL TO UN, AU)");
        String superseded = only(old);
        String next = product("(UN-C)");
        expect(
                200,
                officer.post(
                        "/products/" + old + "/withdrawal",
                        because("EXERCISE: corrected").add("supersededBy", next)));
        // withdrawn, its officers still know of it
        made.put(Stage.SUPERSEDED, new Made(superseded, Kind.STANDARD, Set.of("AU")));
        String flash =
                filed(analyst, filing("FLASH", "EXERCISE - matrix", portion("(UN-C//REL TO UN, AU)", "EXERCISE")));
        submitted(analyst, flash);
        confirmed(officer, flash);
        made.put(Stage.REVIEW_DUE, new Made(only(flash), Kind.FLASH, Set.of("AU")));
        String parent = product("(UN-C)");
        String draft = expect(
                        201,
                        analyst.post(
                                "/products/" + parent + "/releases",
                                Json.createObjectBuilder()
                                        .add(
                                                "recipients",
                                                Json.createArrayBuilder().add("AU"))
                                        .add("purpose", "EXERCISE")
                                        .add(
                                                "sanitised",
                                                Json.createArrayBuilder().add("1"))))
                .text("number");
        made.put(Stage.DRAFT, new Made(draft, Kind.STANDARD, Set.of("AU")));
        return made;
    }

    private Made asked(String recipient) {
        String release = expect(
                        201,
                        analyst.post(
                                "/products/" + product("(UN-C)") + "/releases",
                                Json.createObjectBuilder()
                                        .add(
                                                "recipients",
                                                Json.createArrayBuilder().add(recipient))
                                        .add("purpose", "EXERCISE")))
                .text("number");
        return new Made(release, Kind.STANDARD, Set.of(recipient));
    }

    private void walk(String release, String step) {
        User user = switch (step) {
            case "authorisation" -> authority("UN");
            case "registration" -> registry("UN");
            case "receipt" -> registry("AU");
            default -> User.in("LO-AU");
        };
        expect(200, step(user, release, step, approval()));
    }

    private String product(String marking) {
        String product = filed(analyst, filing("INTREP", "EXERCISE - matrix", portion(marking, "EXERCISE. matrix")));
        submitted(analyst, product);
        confirmed(officer, product);
        return product;
    }

    private String only(String product) {
        return releases(officer, product).getFirst().getString("number");
    }

    private String state(String release) {
        for (User insider : List.of(officer, analyst)) {
            Answer seen = insider.get("/releases/" + release);
            if (seen.status() == 200) {
                return seen.text("state");
            }
        }
        throw new AssertionError(release + " is gone");
    }
}
