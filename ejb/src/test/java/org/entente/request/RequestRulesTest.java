package org.entente.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.gate.Objection;
import org.entente.marking.Control;
import org.entente.marking.Handling;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule holds where it should and objects where it should, by itself and together with the others. */
class RequestRulesTest {
    private static final Instant NOW = Instant.parse("2013-07-20T12:00:00Z");
    private static final Marking CONFIDENTIAL = marking(Set.of(), Set.of());

    @Test
    void pki05_aRequestInOrderMeetsNoObjection() {
        assertEquals(List.of(), objections(asking(), CONFIDENTIAL));
    }

    @Test
    void pki05_whatIsMissingOrTooLongIsObjectedToFieldByFieldAndAllAtOnce() {
        Asking empty =
                new Asking(List.of(), "", " ", "x".repeat(4001), List.of(), List.of(), null, NOW, "", null, false);
        assertEquals(
                Set.of("subject", "question", "justification", "topics", "deadline", "addressees"),
                fields(objections(empty, null)));
    }

    @Test
    void pki05_aDeadlineLiesAheadOfNow() {
        assertEquals(Set.of("deadline"), fields(objections(due(NOW), CONFIDENTIAL)));
        assertEquals(Set.of(), fields(objections(due(NOW.plusMillis(1)), CONFIDENTIAL)));
    }

    @Test
    void pki05_wordsAreFewAndShortAndPrintable() {
        Asking many = with(new ArrayList<>(java.util.Collections.nCopies(21, "fuel")), List.of("AU"));
        assertEquals(Set.of("topics"), fields(objections(many, CONFIDENTIAL)));
        assertEquals(Set.of("topics"), fields(objections(with(List.of("fu\nel"), List.of("AU")), CONFIDENTIAL)));
        assertEquals(Set.of("topics"), fields(objections(with(List.of("fu\u0001el"), List.of("AU")), CONFIDENTIAL)));
    }

    @Test
    void pki05_anAddresseeIsNamedOnce() {
        assertEquals(
                Set.of("addressees"), fields(objections(with(List.of("fuel"), List.of("AU", "AU")), CONFIDENTIAL)));
    }

    @Test
    void pki06_aRequestNamesNoSourceAndAsksForNoAcknowledgement() {
        assertEquals(Set.of("PKI-06"), rules(objections(asking(), marking(Set.of(Control.SOURCE), Set.of()))));
        assertEquals(Set.of("CAV-09"), rules(objections(asking(), marking(Set.of(), Set.of(Handling.ACK_REQUIRED)))));
    }

    @Test
    void pki05_whoAsksAndWhoBrokersCanReadWhatIsAsked() {
        assertEquals(
                Set.of("CLS-04", "CLS-51", "PKI-06", "UNKNOWN_CODE", "PKI-05"),
                rules(Rule.objections(
                        RequestRules.ASKING,
                        new RequestRules.Asked(asking(), NOW, CONFIDENTIAL, false, false, false, false, false, false),
                        "")));
    }

    @Test
    void pki05_nobodyAsksThemselvesOrWhoCannotRead() {
        assertEquals(
                List.of(new Objection("addressees[1]", "PKI-05", "Nobody asks their own organisation.")),
                Rule.objections(
                        RequestRules.ADDRESSING, new RequestRules.Addressed(true, true, true), "addressees[1]"));
        assertEquals(
                2,
                Rule.objections(RequestRules.ADDRESSING, new RequestRules.Addressed(false, false, false), "")
                        .size());
    }

    @Test
    void pki05_aRefusalHasAReasonFromTheListAndSaysWhy() {
        assertEquals(
                Set.of("reason", "text"),
                fields(Rule.objections(RequestRules.REFUSING, new RequestRules.Declined(null, " "), "")));
        for (RefusalReason reason : RefusalReason.values()) {
            assertEquals(
                    List.of(),
                    Rule.objections(RequestRules.REFUSING, new RequestRules.Declined(reason, "EXERCISE"), ""));
        }
    }

    @Test
    void pki05_anAnswerIsProductsThatTheRequesterMayKnowOf() {
        assertEquals(
                Set.of("products"),
                fields(Rule.objections(RequestRules.ANSWERING, new RequestRules.Answered(List.of(), null), "")));
        assertEquals(
                Set.of("products"),
                fields(Rule.objections(
                        RequestRules.ANSWERING, new RequestRules.Answered(List.of("P01", "P01"), null), "")));
        assertEquals(
                List.of("An answer is a product that the requester may know of."),
                messages(Rule.objections(RequestRules.OFFERING, new RequestRules.Offered(true, false), "products[0]")));
        // whoever may not know of it is not told whether the requester may
        assertEquals(
                messages(Rule.objections(RequestRules.OFFERING, new RequestRules.Offered(false, true), "")),
                messages(Rule.objections(RequestRules.OFFERING, new RequestRules.Offered(false, false), "")));
    }

    @Test
    void pki06_whatIsPassedOnDoesNotNameWhoAsked() {
        Forwarding forwarding = new Forwarding(
                "EXERCISE", "The UN asks", List.of("fuel"), List.of(), null, null, Map.of("AU", "(AU-C)"));
        assertEquals(
                Set.of("question"),
                fields(Rule.objections(
                        RequestRules.FORWARDING,
                        new RequestRules.Forwarded(forwarding, NOW, NOW.plusSeconds(1), true, true, true),
                        "")));
        assertEquals(
                Set.of("markings.AU"),
                fields(Rule.objections(
                        RequestRules.REMARKING, new RequestRules.Remarked(true, true, true, true), "markings.AU")));
    }

    @Test
    void pki06_anAskerIsNamedByWholeWordsOnly() {
        List<String> telling = List.of("UN", "LO-UN", "UN CONFIDENTIAL");
        for (String named : List.of("UN", "the UN asks", "(UN)", "LO-UN.", "UN-C")) {
            assertEquals(true, Marks.names(named, telling), named);
        }
        for (String silent : List.of("un convoi", "UNIT", "MINUSMA", "RUN UNTIL", "")) {
            assertEquals(false, Marks.names(silent, telling), silent);
        }
    }

    private static List<Objection> objections(Asking asking, @Nullable Marking marking) {
        return Rule.objections(
                RequestRules.ASKING,
                new RequestRules.Asked(asking, NOW, marking, true, true, true, true, true, true),
                "");
    }

    private static Asking asking() {
        return with(List.of("fuel"), List.of("AU"));
    }

    private static Asking with(List<String> topics, List<String> addressees) {
        return new Asking(
                addressees,
                "EXERCISE",
                "EXERCISE?",
                "EXERCISE",
                topics,
                List.of(),
                null,
                NOW.plusSeconds(60),
                "",
                null,
                false);
    }

    private static Asking due(Instant deadline) {
        return new Asking(
                List.of("AU"),
                "EXERCISE",
                "EXERCISE?",
                "EXERCISE",
                List.of("x"),
                List.of(),
                null,
                deadline,
                "",
                null,
                false);
    }

    private static Marking marking(Set<Control> controls, Set<Handling> handling) {
        return new Marking(
                new Level("UN-C", "UN CONFIDENTIAL", true, "UN", 1),
                List.of(),
                List.of(),
                controls,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                handling,
                null,
                null);
    }

    private static Set<String> fields(List<Objection> objections) {
        return objections.stream().map(Objection::field).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rules(List<Objection> objections) {
        return objections.stream().map(Objection::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> messages(List<Objection> objections) {
        return objections.stream().map(Objection::message).toList();
    }
}
