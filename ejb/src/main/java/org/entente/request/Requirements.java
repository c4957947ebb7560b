package org.entente.request;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objection;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.gate.Shared;
import org.entente.idempotency.Once;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.marking.Control;
import org.entente.marking.Marking;
import org.entente.product.Accreditation;
import org.entente.product.Circulation;
import org.jspecify.annotations.Nullable;

/** Priority intelligence requirements: what an organisation most needs to know (PKI-05). Each organisation sees its own alone. */
@Stateless
public class Requirements {
    private static final String PREFIX = "PIR";

    @Inject
    private Gate gate;

    @Inject
    private Ledger ledger;

    @Inject
    private Desk desk;

    @Inject
    private Circulation circulation;

    @Inject
    private Once once;

    private record Stating(
            String text,
            Instant from,
            @Nullable Instant to,
            @Nullable Marking marking,
            boolean own,
            boolean accredited,
            boolean read) {}

    private static final List<Rule<Stating>> STATING = List.of(
            Rule.rule(
                    "PKI-05",
                    "a requirement has a text of at most 4000 characters",
                    "text",
                    s -> RequestRules.said(s.text, RequestRules.LONGEST_TEXT)),
            Rule.rule("PKI-05", "a requirement ends after it begins", "to", s -> s.to == null || s.to.isAfter(s.from)),
            Rule.rule(
                    "CLS-04",
                    "a requirement is marked in its owner's own scheme",
                    "marking",
                    s -> s.marking == null || s.own),
            Rule.rule(
                    "CLS-51",
                    "this system is accredited for the level",
                    "marking",
                    s -> s.marking == null || s.accredited),
            Rule.rule(
                    "PKI-06",
                    "a requirement names no source",
                    "marking",
                    s -> s.marking == null || !s.marking.controls().contains(Control.SOURCE)),
            Rule.rule(
                    "CLS-04", "whoever states a requirement may read it", "marking", s -> s.marking == null || s.read));

    @Operation(Action.LIST_REQUIREMENTS)
    public List<RequirementView> list() {
        gate.sight();
        Hat hat = gate.hat();
        List<RequirementView> own = ledger.requirements(hat.organisation()).stream()
                .filter(r -> reads(r.marking(), r.at()))
                .map(r -> view(r, hat))
                .toList();
        gate.notes("count=" + own.size());
        return own;
    }

    /** States a requirement; answers its number. */
    @Operation(Action.STATE_REQUIREMENT)
    public String state(
            String text, String marking, @Nullable Instant from, @Nullable Instant to, @Nullable String key) {
        String asked = "require " + text + " " + marking + " " + from + " " + to;
        return once.answer(key, asked, n -> n, n -> n, () -> {
            Hat hat = gate.hat();
            Instant now = gate.moment().now();
            Instant begin = from == null ? now : from;
            List<Objection> objections = Desk.collecting();
            Marking parsed = desk.marks().parsed(hat.organisation(), marking, "marking", objections);
            objections.addAll(Rule.objections(
                    STATING,
                    new Stating(
                            text,
                            begin,
                            to,
                            parsed,
                            parsed != null && desk.marks().inSchemeOf(hat.organisation(), parsed),
                            parsed != null
                                    && Accreditation.covers(
                                            parsed.level(),
                                            gate.moment().world().policy().world(),
                                            now),
                            parsed != null && reads(parsed.canonical(), now)),
                    ""));
            Desk.throwIfAny(objections);
            String number = Numbers.draw(PREFIX);
            String banner = Objects.requireNonNull(parsed).canonical();
            gate.decideOwn(number, hat.organisation(), banner, true);
            ledger.addRequirement(number, hat, banner, text, now, begin, to);
            return number;
        });
    }

    /** Names a product that answers a requirement. */
    @Operation(Action.ANSWER_REQUIREMENT)
    public void answer(String number, String product) {
        gate.asked(number);
        Hat hat = gate.hat();
        Ledger.Stated found = ledger.requirements(hat.organisation()).stream()
                .filter(r -> r.number().equals(number))
                .findFirst()
                .orElseThrow(Refused::notFound);
        gate.decideOwn(number, hat.organisation(), found.marking(), reads(found.marking(), found.at()));
        Desk.throwIfAny(Rule.objections(
                RequestRules.OFFERING, new RequestRules.Offered(circulation.mayKnow(product, hat), true), "product"));
        ledger.answerRequirement(found.id(), product);
    }

    private RequirementView view(Ledger.Stated r, Hat hat) {
        return new RequirementView(
                r.number(),
                r.words(),
                r.marking(),
                r.hat(),
                r.at(),
                r.from(),
                r.to(),
                new Interval(r.from(), r.to()).contains(gate.moment().now()),
                ledger.answers(hat.organisation(), r).stream()
                        .filter(p -> circulation.mayKnow(p, hat))
                        .toList());
    }

    private boolean reads(String banner, Instant at) {
        Hat hat = gate.hat();
        Shared shared = desk.marks().shared(PREFIX, hat.organisation(), null, banner, at);
        return desk.marks().reads(hat, shared);
    }
}
