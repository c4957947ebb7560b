package org.entente.handover;

import java.util.List;
import java.util.function.Predicate;

/** What objects to a disposition. All of it is said, not only the first. */
final class ItemRules {
    /** An id, a sentence, and when it objects. */
    record Rule(String id, String sentence, Predicate<ItemFacts> objects) {}

    static final List<Rule> ALL = List.of(
            new Rule(
                    "HND-02",
                    "what is controlled, somebody else's, or not releasable to the successor goes as it is only with the"
                            + " consent of each giver",
                    f -> f.disposition().asItIs()
                            && !f.item().barriers().isEmpty()
                            && !f.consented().containsAll(f.askedOf())),
            new Rule(
                    "CAV-06",
                    "what excludes the successor stays away from it, whoever consents",
                    f -> f.disposition().sent()
                            && f.disposition() != Disposition.SANITISE_THEN_COPY
                            && f.item().barriers().contains(Barrier.EXCLUDED)),
            new Rule(
                    "SOURCE",
                    "what identifies a source is not handed on as it is",
                    f -> f.disposition().asItIs() && f.item().barriers().contains(Barrier.SOURCE)),
            new Rule(
                    "PKI-11",
                    "the due diligence of whose it is has no review in force of a force that the successor serves, or found it of"
                            + " HIGH risk without mitigation",
                    f -> f.disposition().sent() && f.unassessed()),
            new Rule(
                    "CLS-41",
                    "a sanitised version is made, checked and published before it goes in the item's place",
                    f -> f.disposition() == Disposition.SANITISE_THEN_COPY && !f.substituteReady()),
            new Rule(
                    "HND-19",
                    "a legal hold overrides: it is kept or held, nothing else",
                    f -> f.item().legalHold()
                            && f.disposition() != Disposition.HOLD
                            && f.disposition() != Disposition.RETAIN),
            new Rule(
                    "HND-14",
                    "custody passes only from who has it, so that its chain never breaks",
                    f -> f.disposition() == Disposition.TRANSFER && !f.inCustody()),
            new Rule(
                    "HND-04",
                    "custody of a working paper does not pass: it is filed, returned or destroyed",
                    f -> f.disposition() == Disposition.TRANSFER
                            && f.item().kind().equals("DRAFT")));

    private ItemRules() {}

    static List<Rule> against(ItemFacts facts) {
        return ALL.stream().filter(rule -> rule.objects.test(facts)).toList();
    }
}
