package org.entente.request;

import static org.entente.request.Rule.rule;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.entente.marking.Control;
import org.entente.marking.Handling;
import org.entente.marking.Marking;
import org.jspecify.annotations.Nullable;

/** What must hold of a request and of each step of it. Pure: time, people and the world come as facts. */
final class RequestRules {
    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_TEXT = 4_000;
    static final int LONGEST_WORD = 60;
    static final int MOST_WORDS = 20;
    static final int MOST_ADDRESSEES = 10;
    static final int MOST_PRODUCTS = 20;

    private RequestRules() {}

    /** Facts about what is asked; {@code marking} is null where it did not parse, which is objected to by itself. */
    record Asked(
            Asking asking,
            Instant now,
            @Nullable Marking marking,
            boolean ownScheme,
            boolean accredited,
            boolean readByAsker,
            boolean readByBroker,
            boolean missionKnown,
            boolean requirementKnown) {

        private boolean marked(java.util.function.Predicate<Marking> holds) {
            return marking == null || holds.test(marking);
        }
    }

    /** Facts about one of those who are asked. */
    record Addressed(boolean known, boolean requester, boolean readable) {}

    /** Facts about what the broker passes on. */
    record Forwarded(
            Forwarding forwarding,
            Instant now,
            Instant deadline,
            boolean missionKnown,
            boolean naming,
            boolean complete) {}

    /** Facts about the marking that the broker gives for one addressee. */
    record Remarked(boolean addressee, boolean ownScheme, boolean naming, boolean readable) {}

    /** Facts about one product that is offered in answer. */
    record Offered(boolean known, boolean reaches) {}

    record Answered(List<String> products, @Nullable String text) {}

    record Declined(@Nullable RefusalReason reason, String text) {}

    record FedBack(@Nullable Use used, @Nullable String text) {}

    /** Facts about one expert that a request is routed to. */
    record Routed(boolean own, boolean live, boolean reads) {}

    static final List<Rule<Asked>> ASKING = List.of(
            rule(
                    "PKI-05",
                    "a request has a subject of at most 200 characters",
                    "subject",
                    a -> said(a.asking.subject(), LONGEST_SUBJECT)),
            rule(
                    "PKI-05",
                    "a request has a question of at most 4000 characters",
                    "question",
                    a -> said(a.asking.question(), LONGEST_TEXT)),
            rule(
                    "PKI-05",
                    "a request has a justification of at most 4000 characters",
                    "justification",
                    a -> said(a.asking.justification(), LONGEST_TEXT)),
            rule(
                    "PKI-05",
                    "a request says in a topic or an area what it is about",
                    "topics",
                    a -> !a.asking.topics().isEmpty() || !a.asking.areas().isEmpty()),
            rule(
                    "PKI-05",
                    "topics are at most 20, of at most 60 characters each",
                    "topics",
                    a -> words(a.asking.topics())),
            rule(
                    "PKI-05",
                    "areas are at most 20, of at most 60 characters each",
                    "areas",
                    a -> words(a.asking.areas())),
            rule(
                    "PKI-05",
                    "a deadline lies ahead",
                    "deadline",
                    a -> a.asking.deadline().isAfter(a.now)),
            rule(
                    "PKI-05",
                    "a request has one to ten addressees, each named once",
                    "addressees",
                    a -> some(a.asking.addressees(), MOST_ADDRESSEES)),
            rule(
                    "CLS-04",
                    "a request is marked in the requester's own scheme",
                    "marking",
                    a -> a.marked(m -> a.ownScheme)),
            rule("CLS-51", "this system is accredited for the level", "marking", a -> a.marked(m -> a.accredited)),
            rule(
                    "CAV-09",
                    "a request asks for no acknowledgement: its answer is one",
                    "marking",
                    a -> a.marked(m -> !m.handling().contains(Handling.ACK_REQUIRED))),
            rule(
                    "PKI-06",
                    "a request names no source",
                    "marking",
                    a -> a.marked(m -> !m.controls().contains(Control.SOURCE))),
            rule("CLS-04", "whoever asks may read what they ask", "marking", a -> a.marked(m -> a.readByAsker)),
            rule(
                    "PKI-06",
                    "a broker may read what goes through the broker",
                    "marking",
                    a -> a.marked(m -> a.readByBroker)),
            rule("UNKNOWN_CODE", "the mission is one that is known here", "mission", a -> a.missionKnown),
            rule("PKI-05", "the requirement is one of the requester's own", "requirement", a -> a.requirementKnown));

    static final List<Rule<Addressed>> ADDRESSING = List.of(
            rule("UNKNOWN_CODE", "an addressee is an organisation that has officers here", "", Addressed::known),
            rule("PKI-05", "nobody asks their own organisation", "", a -> !a.requester),
            rule("PKI-05", "somebody of an addressee may read the request", "", Addressed::readable));

    static final List<Rule<Forwarded>> FORWARDING = List.of(
            rule(
                    "PKI-05",
                    "a request has a subject of at most 200 characters",
                    "subject",
                    f -> said(f.forwarding.subject(), LONGEST_SUBJECT)),
            rule(
                    "PKI-05",
                    "a request has a question of at most 4000 characters",
                    "question",
                    f -> said(f.forwarding.question(), LONGEST_TEXT)),
            rule(
                    "PKI-05",
                    "topics are at most 20, of at most 60 characters each",
                    "topics",
                    f -> words(f.forwarding.topics())),
            rule(
                    "PKI-05",
                    "areas are at most 20, of at most 60 characters each",
                    "areas",
                    f -> words(f.forwarding.areas())),
            rule("PKI-05", "a deadline lies ahead", "deadline", f -> f.deadline.isAfter(f.now)),
            rule("UNKNOWN_CODE", "the mission is one that is known here", "mission", f -> f.missionKnown),
            rule("PKI-06", "the words that are passed on do not name who asked", "question", f -> !f.naming),
            rule("PKI-06", "every addressee has a marking of its own", "markings", f -> f.complete));

    static final List<Rule<Remarked>> REMARKING = List.of(
            rule("PKI-05", "a marking is for one of those who are asked", "", Remarked::addressee),
            rule(
                    "PKI-06",
                    "a request that is passed on is marked in the addressee's own scheme",
                    "",
                    Remarked::ownScheme),
            rule("PKI-06", "the marking does not name who asked", "", r -> !r.naming),
            rule("PKI-05", "somebody of an addressee may read the request", "", Remarked::readable));

    static final List<Rule<Routed>> ROUTING = List.of(
            rule("PKI-05", "an expert is of the addressee's own organisation", "", Routed::own),
            rule("PKI-05", "an expert has a hat that is valid now", "", Routed::live),
            rule("PKI-05", "an expert may read the request", "", Routed::reads));

    static final List<Rule<Answered>> ANSWERING = List.of(
            rule(
                    "PKI-05",
                    "an answer is one to twenty products, each named once",
                    "products",
                    a -> some(a.products, MOST_PRODUCTS)),
            rule(
                    "PKI-05",
                    "what is said to an answer has at most 4000 characters",
                    "text",
                    a -> a.text == null || said(a.text, LONGEST_TEXT)));

    static final List<Rule<Offered>> OFFERING = List.of(
            rule("PKI-05", "there is such a product", "", Offered::known),
            rule("PKI-05", "an answer is a product that the requester may know of", "", o -> !o.known || o.reaches));

    static final List<Rule<Declined>> REFUSING = List.of(
            rule("PKI-05", "a refusal has a reason from the list", "reason", d -> d.reason != null),
            rule("PKI-05", "a refusal says why in words", "text", d -> said(d.text, LONGEST_TEXT)));

    static final List<Rule<FedBack>> FEEDING_BACK = List.of(
            rule("PKI-13", "a report of use says what the answer was good for", "used", f -> f.used != null),
            rule(
                    "PKI-13",
                    "a report of use has at most 4000 characters",
                    "text",
                    f -> f.text == null || said(f.text, LONGEST_TEXT)));

    static final List<Rule<String>> REASONING = List.of(
            rule("PKI-05", "a reason is needed, of at most 4000 characters", "reason", r -> said(r, LONGEST_TEXT)));

    static boolean said(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.codePoints().noneMatch(RequestRules::unprintable);
    }

    /** Controls, and halves of a character: no document could show them. */
    private static boolean unprintable(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                || Character.getType(c) == Character.SURROGATE;
    }

    /** Short enough, and on one line each. */
    static boolean words(List<String> words) {
        return words.size() <= MOST_WORDS
                && words.stream()
                        .allMatch(w -> said(w, LONGEST_WORD) && w.lines().count() == 1);
    }

    private static boolean some(List<String> codes, int most) {
        return !codes.isEmpty() && codes.size() <= most && new HashSet<>(codes).size() == codes.size();
    }
}
