package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldFileTest {
    private static final String SOUND = """
            {
            "schemes": [{"code": "S", "organisation": "UN", "briefing": false, "levels": [
            {"code": "L0", "mark": "OPEN", "classified": false},
            {"code": "L1", "mark": "SHUT", "classified": true}]}],
            "equivalences": [{"level": "L1", "tier": 1, "status": "AGREED", "to": "2020-01-01T00:00:00Z"},
            {"level": "L1", "tier": 2, "status": "ASSUMED", "from": "2020-01-01T00:00:00Z"}],
            "organisations": [{"code": "UN", "kind": "PRINCIPAL"},
            {"code": "AU", "kind": "STATE"}],
            "groups": [{"code": "G", "members": [{"organisation": "AU"}]}],
            "missions": [{"code": "M", "hostState": "AU"}],
            "arrangements": [{"giver": "UN", "receiver": "AU", "mission": "M", "cap": "L1"}],
            "consents": [{"giver": "AU", "receiver": "UN", "product": "P"}],
            "hats": [{"id": "H", "person": "p", "organisation": "UN", "posts": ["q"], "roles": ["ANALYST"],
            "assignments": [{"mission": "M", "from": null, "to": null}], "provisionalUntil": null,
            "residual": {"mission": "M", "from": "2020-01-01T00:00:00Z"},
            "clearances": [{"level": "L1"}],
            "briefings": [{"scheme": "S"}]}],
            "products": [{"id": "P", "type": "T", "originator": "UN", "mission": "M",
            "published": "2020-01-01T00:00:00Z", "marking": "NONSENSE",
            "portions": [{"id": "1", "marking": ""}], "releases": [{"receiver": "AU", "hats": ["H"]}]}],
            "acknowledgements": [{"person": "p", "product": "P", "at": "2020-01-01T00:00:00Z"}],
            "cases": [{"id": "C", "hat": "H", "product": "P", "at": "2020-01-01T00:00:00Z"}],
            "expected": [{"case": "C", "outcome": "HIDDEN", "reasons": ["UNPARSED"], "withheld": []}]
            }
            """;

    @Test
    void aSoundFileLoadsAndItsNamesArePostsAndPersons() {
        WorldFile.Loaded loaded = assertInstanceOf(WorldFile.Loaded.class, read(SOUND));
        assertEquals("q", loaded.world().vocabulary().name("Q"));
        assertEquals("p", loaded.world().vocabulary().name("p"));
    }

    @Test
    void aProductWhoseMarkingDoesNotParseIsNoProblemOfTheFile() {
        WorldFile.Loaded loaded = assertInstanceOf(WorldFile.Loaded.class, read(SOUND));
        WorldFile.Case question = loaded.cases().getFirst();
        Decision decision = AccessPolicy.of(loaded.world())
                .decide(loaded.hats().getFirst(), loaded.products().getFirst(), question.at(), false);
        assertEquals(new Decision.Hidden(List.of(Reason.UNPARSED)), decision);
    }

    /** One thing changed in a sound file; the problem that follows, by line and field, before what refers to it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    "code": "S", | | 2 | schemes[0].code | is missing
                    "briefing": false | "briefing": 0 | 2 | schemes[0].briefing | must be true or false
                    "classified": true | "classified": true, "x": 1 | 4 | schemes[0].levels[1].x | is not a known field
                    "mark": "SHUT" | "mark": "Open" | 4 | schemes[0].levels[1].mark | is a second mark Open
                    "mark": "SHUT" | "mark": "SH,UT" | 4 | schemes[0].levels[1].mark | could not be written in a marking: SH,UT
                    "tier": 1 | "tier": 1.5 | 5 | equivalences[0].tier | must be a whole number of at most nine digits
                    "status": "AGREED" | "status": "SIGNED" | 5 | equivalences[0].status | must be one of [AGREED, ASSUMED]
                    "tier": 2 | "tier": "2" | 6 | equivalences[1].tier | must be a whole number of at most nine digits
                    "ASSUMED", "from": "2020 | "ASSUMED", "from": "2019 | 6 | equivalences[1].from | overlaps another row of L1
                    {"level": "L1", "tier": 1 | {"level": "L9", "tier": 1 | 5 | equivalences[0].level | names the unknown level L9
                    "code": "AU", "kind" | "code": "Au ", "kind" | 8 | organisations[1].code | could not be written in a marking: Au
                    "kind": "STATE" | "kind": "ASSOCIATE" | 9 | groups[0].members[0].organisation | is an associate, which no group has as a member (ORG-04)
                    "kind": "STATE" | "kind": "FRIEND" | 8 | organisations[1].kind | must be one of [PRINCIPAL, ASSOCIATE, STATE]
                    "code": "G" | "code": "au" | 9 | groups[0].code | is a second organisation or group au
                    [{"organisation": "AU"}] | [{"organisation": "XX"}] | 9 | groups[0].members[0].organisation | names the unknown organisation XX
                    [{"organisation": "AU"}] | {} | 9 | groups[0].members | must be a list
                    "hostState": "AU" | "hostState": "XX" | 10 | missions[0].hostState | names the unknown organisation XX
                    "giver": "UN" | "giver": "XX" | 11 | arrangements[0].giver | names the unknown organisation XX
                    "receiver": "AU", "mission": "M" | "receiver": "AU", "mission": "X" | 11 | arrangements[0].mission | names the unknown mission X
                    "cap": "L1" | "cap": "L2" | 11 | arrangements[0].cap | names the unknown level L2
                    "UN", "product": "P" | "UN", "product": "Q" | 12 | consents[0].product | names the unknown product Q
                    "organisation": "UN", "posts" | "organisation": "XX", "posts" | 13 | hats[0].organisation | names the unknown organisation XX
                    "posts": ["q"] | "posts": ["q", 1] | 13 | hats[0].posts[1] | must be a text
                    ["ANALYST"] | ["SPY"] | 13 | hats[0].roles[0] | must be one of [LIAISON_OFFICER, ANALYST, CLASSIFICATION_OFFICER, RELEASE_AUTHORITY, REGISTRY_OFFICER, HANDOVER_OFFICER, AUDITOR, JOINT_AUDITOR, SECURITY_OFFICER, ORG_ADMIN, PLATFORM_ADMIN, SOURCE_HANDLER, HUMAN_RIGHTS_OFFICER, REQUEST_BROKER, EXERCISE_DIRECTOR]
                    "person": "p", "org | "person": "", "org | 13 | hats[0].person | must be a text
                    "provisionalUntil": null | "provisionalUntil": "soon" | 14 | hats[0].provisionalUntil | must be an ISO-8601 instant in UTC
                    "provisionalUntil": null | "provisionalUntil": "2020-01-01T00:00:00+01:00" | 14 | hats[0].provisionalUntil | must be an ISO-8601 instant in UTC
                    "from": null, "to": null | "from": "2021-01-01T00:00:00Z", "to": "2020-01-01T00:00:00Z" | 14 | hats[0].assignments[0].to | is before from
                    "residual": {"mission": "M" | "residual": {"mission": "X" | 15 | hats[0].residual.mission | names the unknown mission X
                    "clearances": [{"level": "L1"}] | "clearances": [{"level": "L3"}] | 16 | hats[0].clearances[0].level | names the unknown level L3
                    "clearances": [{"level": "L1"}] | "clearances": [7] | 16 | hats[0].clearances[0] | must be an object
                    {"scheme": "S"} | {"scheme": "T"} | 17 | hats[0].briefings[0].scheme | names the unknown scheme T
                    "originator": "UN", "mission": "M" | "originator": "UN", "mission": "X" | 18 | products[0].mission | names the unknown mission X
                    "originator": "UN" | "originator": "XX" | 18 | products[0].originator | names the unknown organisation XX
                    [{"id": "1", "marking": ""}] | [{"id": "1", "marking": ""}, {"id": "1", "marking": ""}] | 20 | products[0].portions[1].id | is a second portion 1
                    ["H"] | ["X"] | 20 | products[0].releases[0].hats | names the unknown hat X
                    ["H"] | [] | 20 | products[0].releases[0].hats | is empty
                    {"person": "p", "product" | {"person": "x", "product" | 21 | acknowledgements[0].person | names the unknown person x
                    "hat": "H" | "hat": "X" | 22 | cases[0].hat | names the unknown hat X
                    "outcome": "HIDDEN" | "outcome": "GONE" | 23 | expected[0].outcome | must be one of [NO_HAT, HIDDEN, HEADER, ACKNOWLEDGE, PERMIT]
                    "case": "C" | "case": "D" | 23 | expected[0].case | names the unknown case D
                    "case": "C" | "case": "C", "case": "C" | 23 | expected[0].case | is given twice
                    """)
    void everyProblemIsNamedByLineAndField(String was, String becomes, int line, String field, String message) {
        String text = SOUND.replace(was, becomes == null ? "" : becomes);
        WorldFile.Problems problems = assertInstanceOf(WorldFile.Problems.class, read(text));
        WorldFile.Problem first = problems.problems().getFirst();
        assertEquals(new WorldFile.Problem(line, field, message), trimmed(first));
        problems.problems().stream()
                .skip(1)
                .forEach(next -> assertTrue(next.message().startsWith("names the unknown "), problems.toString()));
    }

    private static WorldFile.Problem trimmed(WorldFile.Problem problem) {
        return new WorldFile.Problem(
                problem.line(), problem.field(), problem.message().strip());
    }

    @Test
    void allProblemsAreCollectedInTheOrderOfTheirLines() {
        String text = SOUND.replace("\"kind\": \"PRINCIPAL\"", "\"kind\": 1")
                .replace("\"cap\": \"L1\"", "\"cap\": \"L2\"")
                .replace("\"hat\": \"H\"", "\"hat\": \"X\"");
        WorldFile.Problems problems = assertInstanceOf(WorldFile.Problems.class, read(text));
        assertEquals(
                List.of(7, 11, 22),
                problems.problems().stream().map(WorldFile.Problem::line).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            [] | 1 | must be an object
            {} {} | 1 | is not JSON
            {"schemes": [ | 1 | is not JSON
            nonsense | 1 | is not JSON
            """)
    void whatIsNoJsonObjectIsOneProblem(String text, int line, String message) {
        WorldFile.Problems problems = assertInstanceOf(WorldFile.Problems.class, read(text));
        assertEquals(List.of(new WorldFile.Problem(line, "", message)), problems.problems());
    }

    @Test
    void aTextThatIsNestedWithoutEndIsOneProblem() {
        WorldFile.Problems problems = assertInstanceOf(WorldFile.Problems.class, read("{\"a\":" + "[".repeat(100_000)));
        assertEquals(1, problems.problems().size());
    }

    private static WorldFile.Result read(String text) {
        return WorldFile.read(new StringReader(text));
    }
}
