package org.entente.release;

import static org.entente.release.Rule.rule;

import java.util.List;
import java.util.function.Predicate;
import org.entente.gate.Objection;

/** Separated duties (PKI-09) and the authority to sign (PKI-01, PKI-10). */
final class DutyRules {
    private DutyRules() {}

    /** Author, checker and authority are three persons from this tier on, two below it. */
    static final int THREE_PERSONS = 2;

    /** From this tier on nobody signs for the release authority (PKI-10). */
    static final int NEVER_DELEGATED = 3;

    static final List<Rule<Signing>> SEPARATION = List.of(
            duty("nobody approves a release that they requested", s -> s.is(s.requester())),
            duty(
                    "the author of a product neither checks nor authorises its release",
                    s -> s.is(s.author()) && s.step() != Step.REVIEW),
            duty(
                    "who consented for a giver does not authorise for another organisation",
                    s -> s.step() == Step.AUTHORISATION && s.consentedElsewhere()),
            duty(
                    "who checked the label does not authorise at this level",
                    s -> s.step() == Step.AUTHORISATION && s.tier() >= THREE_PERSONS && s.is(s.checker())));

    static final List<Rule<Signing>> AUTHORITY = List.of(
            rule(
                    "PKI-10",
                    "authorisation",
                    "this level, or EYES ONLY, is never released under a delegation; it goes up to the authority",
                    s -> s.delegated().isPresent() && (s.tier() >= NEVER_DELEGATED || s.eyesOnly())
                            ? List.of("delegation " + s.delegated().get().number())
                            : List.of()),
            rule(
                    "PKI-10",
                    "authorisation",
                    "the level lies above the delegation's ceiling; it goes up to the authority",
                    s -> s.delegated().filter(d -> s.rank() > d.ceilingRank()).stream()
                            .map(d -> "delegation " + d.number())
                            .toList()),
            rule(
                    "PKI-10",
                    "authorisation",
                    "the delegation is not for products of this type",
                    s -> s.delegated().filter(d -> !d.covers(s.type())).stream()
                            .map(d -> "delegation " + d.number())
                            .toList()),
            rule(
                    "PKI-10",
                    "authorisation",
                    "the level lies above what this authority signs by itself",
                    s -> s.holdsPlanned() && s.ownCeiling() != null && s.rank() > s.ownCeiling()
                            ? List.of(s.planned().name())
                            : List.of()));

    private static Rule<Signing> duty(String sentence, Predicate<Signing> offended) {
        return rule("PKI-09", "step", sentence, s -> offended.test(s) ? List.of(s.person()) : List.of());
    }

    static List<Objection> separation(Signing signing) {
        return Rule.objections(SEPARATION, signing);
    }

    static List<Objection> authority(Signing signing) {
        return Rule.objections(AUTHORITY, signing);
    }
}
