package org.entente.release;

import static org.entente.release.Rule.rule;

import java.util.List;
import java.util.Set;
import org.entente.access.Cover;
import org.entente.gate.Objection;
import org.entente.marking.Control;

/** What stands in the way of a release, whoever signs it. All of it is said at once. */
final class ReleaseRules {
    private ReleaseRules() {}

    static final List<Rule<ReleaseFacts>> ALL = List.of(
            rule(
                    "CAV-04",
                    "recipients",
                    "there is no arrangement in force of the originator with this recipient",
                    f -> f.classified() ? f.recipientsWith(Cover.NONE) : List.of()),
            rule(
                    "CAV-05",
                    "recipients",
                    "the arrangement's cap, in the originator's own scheme, lies below this level",
                    f -> f.classified() ? f.recipientsWith(Cover.BELOW_LEVEL) : List.of()),
            rule(
                    "CAV-04",
                    "recipients",
                    "the arrangement does not let every control of this label travel",
                    f -> f.classified() ? f.recipientsWith(Cover.KEPT_BACK) : List.of()),
            rule(
                    "CAV-06",
                    "recipients",
                    "excluded by the label, or as the host State with which nothing is arranged; that beats every list",
                    f -> f.among(f.excluded())),
            rule(
                    "CAV-07",
                    "recipients",
                    "EYES ONLY names no person or post of this recipient",
                    f -> f.marking().eyesOnly().isEmpty()
                            ? List.of()
                            : f.recipients().stream()
                                    .filter(r -> !f.named().contains(r))
                                    .toList()),
            rule(
                    "CAV-08",
                    "recipients",
                    "the label has expired",
                    f -> f.expired() ? List.of(f.marking().canonical()) : List.of()),
            rule(
                    "SOURCE",
                    "portions",
                    "what identifies a human source never leaves its organisation",
                    f -> f.marking().controls().contains(Control.SOURCE)
                                    || !f.sourcePortions().isEmpty()
                            ? f.sourcePortions().stream()
                                    .map(p -> "portion " + p)
                                    .toList()
                            : List.of()),
            rule(
                    "CAV-13",
                    "consents",
                    "has not consented that its information goes there; silence is refusal",
                    f -> f.withoutConsent().entrySet().stream()
                            .filter(e -> !e.getKey().equals(f.originator()))
                            .map(e -> e.getKey() + " for " + String.join(", ", e.getValue()))
                            .toList()),
            rule(
                    "ORCON",
                    "consents",
                    "as the originator has not consented to this dissemination",
                    f -> f.withoutConsent()
                                    .getOrDefault(f.originator(), Set.of())
                                    .isEmpty()
                            ? List.of()
                            : List.of(f.originator() + " for "
                                    + String.join(", ", f.withoutConsent().getOrDefault(f.originator(), Set.of())))),
            rule(
                    "PKI-11",
                    "recipients",
                    "a security force of this recipient has no due-diligence review in force",
                    ReleaseFacts::unreviewedForces),
            rule(
                    "PKI-11",
                    "recipients",
                    "a security force of HIGH risk without mitigation",
                    ReleaseFacts::unmitigatedForces),
            rule(
                    "PKI-11",
                    "recipients",
                    "has not reviewed this force of a recipient, or found it of HIGH risk without mitigation, and its"
                            + " assessment travels with what is its own",
                    ReleaseFacts::unassessedByOwners));

    static List<Objection> objections(ReleaseFacts facts) {
        return Rule.objections(ALL, facts);
    }
}
