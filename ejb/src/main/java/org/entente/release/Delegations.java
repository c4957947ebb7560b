package org.entente.release;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.identity.Hat;
import org.entente.marking.Level;
import org.entente.marking.Scheme;
import org.entente.product.ProductType;
import org.jspecify.annotations.Nullable;

/** Release authorities let others of their organisation sign in their stead, up to a ceiling and for a time (PKI-10). */
@Stateless
public class Delegations {
    @Inject
    private Gate gate;

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private FactFinder finder;

    @Operation(Action.LIST_DELEGATIONS)
    public List<DelegationView> list() {
        gate.sight();
        Instant now = gate.moment().now();
        return shelf.delegations(gate.hat().organisation()).stream()
                .map(d -> DelegationView.of(d, now))
                .toList();
    }

    /** Gives one. The ceiling is a level's code or mark; no types means all. */
    @Operation(value = Action.DELEGATE, secondFactor = true)
    public DelegationView delegate(
            String to, String ceiling, List<String> types, @Nullable Instant from, @Nullable Instant until) {
        Hat hat = gate.hat();
        Instant now = gate.moment().now();
        Objections objections = new Objections();
        Hat holder = gate.moment().world().hats().stream()
                .filter(h -> h.id().equals(to) && h.organisation().equals(hat.organisation()))
                .findFirst()
                .orElse(null);
        if (holder == null) {
            objections.add("to", "ORG-01", "Your organisation has no hat '" + to + "'.");
        } else if (holder.person().equals(hat.person())) {
            objections.add("to", "PKI-09", "Nobody delegates to themselves.");
        } else if (!Step.AUTHORISATION.openTo(holder)) {
            objections.add("to", "PKI-10", "This hat has no role that may sign for a release authority.");
        }
        var words = gate.moment().world().policy().vocabulary();
        Level level = words.levelByCode(ceiling) == null ? words.levelByMark(ceiling) : words.levelByCode(ceiling);
        Scheme own = words.schemeOf(hat.organisation());
        if (level == null || own == null || !level.scheme().equals(own.code())) {
            objections.add("ceiling", "PKI-10", "'" + ceiling + "' is no level of your organisation's scheme.");
        } else if (finder.tier(level) >= DutyRules.NEVER_DELEGATED) {
            objections.add("ceiling", "PKI-10", "At this level nobody signs for the release authority.");
        }
        types.forEach(t -> objections.word(ProductType.class, t, "types", "PKI-10"));
        Instant begins = from == null ? now : from;
        if (until != null && !until.isAfter(begins)) {
            objections.add("until", "PKI-10", "A delegation ends after it begins.");
        }
        gate.decideOwn(to, hat.organisation(), null, true);
        objections.throwIfAny("invalid-delegation", "This cannot be delegated.");
        Delegation delegation = new Delegation(
                Numbers.draw("DEL"),
                hat.organisation(),
                hat.id(),
                to,
                java.util.Objects.requireNonNull(level).code(),
                level.rank(),
                types,
                begins,
                until,
                null,
                null);
        shelf.add(delegation);
        gate.notes("delegation " + delegation.number() + " up to " + level.code());
        return DelegationView.of(delegation, now);
    }

    /** Takes one back, from the next request on. */
    @Operation(Action.REVOKE_DELEGATION)
    public void revoke(String number, String reason) {
        gate.asked(number);
        Hat hat = gate.hat();
        boolean own = shelf.delegations(hat.organisation()).stream()
                .anyMatch(d -> d.number().equals(number));
        gate.decideOwn(number, hat.organisation(), null, own);
        String why = Releases.reasoned(reason);
        gate.notes("revoked: " + why);
        shelf.revoke(number, gate.moment().now(), why.length() > 400 ? why.substring(0, 400) : why);
    }
}
