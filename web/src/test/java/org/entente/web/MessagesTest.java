package org.entente.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.access.Outcome;
import org.entente.access.Reason;
import org.entente.auditor.Discrepancy;
import org.entente.auditor.Question;
import org.entente.breach.BreachState;
import org.entente.breach.BreachStep;
import org.entente.gate.Action;
import org.entente.handover.Act;
import org.entente.handover.Barrier;
import org.entente.handover.ConsentView;
import org.entente.handover.Disposition;
import org.entente.handover.OpenWorkView;
import org.entente.identity.HatStatus;
import org.entente.identity.Role;
import org.entente.marking.Handling;
import org.entente.marking.MarkingError;
import org.entente.marking.RollUpError;
import org.entente.mission.BenchmarkStatus;
import org.entente.mission.RelationType;
import org.entente.notice.Preference;
import org.entente.people.ActKind;
import org.entente.people.ActState;
import org.entente.product.AcquisitionMethod;
import org.entente.product.Confidence;
import org.entente.product.Damage;
import org.entente.product.LabelChange;
import org.entente.product.Likelihood;
import org.entente.product.ProductState;
import org.entente.product.ProductType;
import org.entente.registry.Direction;
import org.entente.release.ArrangementStatus;
import org.entente.release.ConsentState;
import org.entente.release.Kind;
import org.entente.release.Risk;
import org.entente.release.Stage;
import org.entente.release.Verdict;
import org.entente.request.Party;
import org.entente.request.RefusalReason;
import org.entente.request.RequestState;
import org.entente.request.Step;
import org.entente.request.Use;
import org.entente.transparency.LogHealth;
import org.entente.waiting.Matter;
import org.junit.jupiter.api.Test;

/** English and French say the same things, and there is a word for every code. */
class MessagesTest {
    private static final Properties EN = messages("en");
    private static final Properties FR = messages("fr");

    @Test
    void bothLanguagesHaveTheSameKeysAndNoneIsEmpty() {
        assertEquals(new TreeSet<>(EN.keySet()), new TreeSet<>(FR.keySet()));
        assertEquals(List.of(), empty(EN));
        assertEquals(List.of(), empty(FR));
    }

    @Test
    void everyCodeHasAWord() {
        List<String> missing = Stream.of(
                        keys("reason", Reason.values()),
                        keys("outcome", Outcome.values()),
                        keys("type", ProductType.values()),
                        keys("state", ProductState.values()),
                        keys("damage", Damage.values()),
                        keys("likelihood", Likelihood.values()),
                        keys("confidence", Confidence.values()),
                        keys("method", AcquisitionMethod.values()),
                        keys("action", Action.values()),
                        keys("role", Role.values()),
                        keys("hat", HatStatus.values()),
                        keys("obligation", Handling.values()),
                        keys("party", Party.values()),
                        keys("requestState", RequestState.values()),
                        keys("step", Step.values()),
                        keys("refusal", RefusalReason.values()),
                        keys("use", Use.values()),
                        keys("stage", Stage.values()),
                        keys("releaseStep", org.entente.release.Step.values()),
                        keys("verdict", Verdict.values()),
                        keys("releaseKind", Kind.values()),
                        keys("consentState", ConsentState.values()),
                        keys("arrangementStatus", ArrangementStatus.values()),
                        keys("risk", Risk.values()),
                        keys("direction", Direction.values()),
                        keys("labelChange", LabelChange.Kind.values()),
                        keys("matter", Matter.Kind.values()),
                        keys("matter", Matter.Kind.values()).flatMap(k -> Stream.of(k + ".why", k + ".idle")),
                        keys("question", Question.values()),
                        keys("question", Question.values()).map(k -> k + ".about"),
                        keys("questionGroup", Question.Group.values()),
                        columns(),
                        keys("discrepancy", Discrepancy.values()),
                        keys("breachState", BreachState.values()),
                        keys("breachStep", BreachStep.values()).flatMap(k -> Stream.of(k, k + ".about")),
                        keys("log", LogHealth.Condition.values()).flatMap(k -> Stream.of(k, k + ".do")),
                        keys("mail", Preference.Mail.values()),
                        keys("handoverStage", org.entente.handover.Stage.values()),
                        keys("handoverAct", Act.values()),
                        keys("handoverDisposition", Disposition.values()),
                        keys("handoverOutcome", org.entente.handover.Outcome.values()),
                        keys("barrier", Barrier.values()),
                        keys("handoverConsent", ConsentView.State.values()),
                        Stream.of("CLEARANCE", "BRIEFING", "CONDUCT").map("handoverCondition."::concat),
                        keys("actState", ActState.values()),
                        keys("actKind", ActKind.values()).flatMap(k -> Stream.of(k, k + ".about", k + ".what")),
                        keys("handoverSettlement", OpenWorkView.Settlement.values()),
                        keys("relationType", RelationType.values()),
                        keys("benchmarkStatus", BenchmarkStatus.values()),
                        keys("rule", MarkingError.values()),
                        keys("rule", RollUpError.values()))
                .flatMap(k -> k)
                .filter(k -> !EN.containsKey(k))
                .toList();
        assertEquals(List.of(), missing);
    }

    /** A French colon, semicolon, question or exclamation mark never begins a line. */
    @Test
    void frenchPunctuationIsHeldByASpaceThatDoesNotBreak() {
        List<String> loose = FR.stringPropertyNames().stream()
                .filter(k -> FR.getProperty(k).matches(".*[^\u00a0\u202f][:;?!»%](\\s.*|$)|.*«[^\u00a0\u202f].*|.*'.*"))
                .filter(k -> !k.equals("clock.instant"))
                .toList();
        assertEquals(List.of(), loose);
    }

    /** Every column of every standard question, and what each is asked of. */
    private static Stream<String> columns() {
        return Arrays.stream(Question.values())
                .flatMap(q -> Stream.concat(
                        q.columns().stream().map(c -> "column." + c),
                        Stream.of("product", "person", "organisation", "days", "from", "to")
                                .filter(q::takes)
                                .map(p -> "asked." + p)));
    }

    private static Stream<String> keys(String kind, Enum<?>[] codes) {
        return Arrays.stream(codes).map(c -> kind + "." + c.name());
    }

    private static List<String> empty(Properties messages) {
        return messages.stringPropertyNames().stream()
                .filter(k -> messages.getProperty(k).isBlank())
                .toList();
    }

    private static Properties messages(String language) {
        Properties messages = new Properties();
        try (Reader text = Files.newBufferedReader(
                Path.of("src/main/resources/org/entente/web/messages_" + language + ".properties"))) {
            messages.load(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return messages;
    }
}
