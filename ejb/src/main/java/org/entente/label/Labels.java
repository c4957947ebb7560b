package org.entente.label;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.entente.access.Outcome;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objection;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.product.LabelChange;
import org.entente.product.LabelProposal;
import org.entente.product.Relabelling;
import org.jspecify.annotations.Nullable;

/** Changes the label of a published product; only its originator does, and only its release authority makes it weaker. */
@Stateless
public class Labels {
    private static final String OWN_WORDS = "Nobody changes the label of what they wrote themselves.";

    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    @Inject
    private Relabelling relabelling;

    /** The label as it is beside what it would become; without a label, as it is. */
    @Operation(Action.PREVIEW_LABEL)
    public LabelProposal proposed(String number, Relabelling.@Nullable Label label) {
        gate.asked(number);
        Hat hat = gate.hat();
        Circulating product = own(number, hat);
        LabelProposal proposal = relabelling.propose(number, label);
        List<Objection> kept = new ArrayList<>();
        if (product.author().equals(hat.person())) {
            kept.add(new Objection("warning", "PKI-09", OWN_WORDS));
        }
        if (Relabelling.weaker(proposal.kind()) && !hat.has(Role.RELEASE_AUTHORITY)) {
            kept.add(new Objection("warning", "CLS-40", "Only the release authority makes a label weaker."));
        }
        return proposal.but(kept);
    }

    /** The product after the change. */
    @Operation(Action.RELABEL_PRODUCT)
    public Circulating relabel(String number, Relabelling.Label label, @Nullable String reason, @Nullable String seen) {
        gate.asked(number);
        Hat hat = gate.hat();
        Circulating product = own(number, hat);
        circulation.lock(number);
        if (product.author().equals(hat.person())) {
            throw Refused.forbidden("separation-of-duties", OWN_WORDS, "PKI-09");
        }
        gate.saw(circulation.shown(number), seen);
        LabelChange.Kind kind = relabelling.relabel(number, label, Reasons.needed(reason));
        if (Relabelling.weaker(kind) && !hat.has(Role.RELEASE_AUTHORITY)) {
            throw Refused.forbidden(
                    "role-missing", "Only the release authority makes a label weaker: " + kind + ".", "CLS-40");
        }
        if (Relabelling.weaker(kind)) {
            gate.wantsSecondFactor();
            if (!circulation.undecidedSources(number).isEmpty()) {
                throw Refused.objected(
                        "objections",
                        "product",
                        "PKI-13",
                        number + ": something that it draws on is gone; whether it stands is decided first.");
            }
        }
        circulation.releases(number).all().forEach(r -> gate.concerns(r.receiver()));
        Circulating after = circulation.get(number);
        gate.notes(kind + " from " + product.marking() + " to " + after.marking());
        return after;
    }

    /** A published product of one's own organisation that one may know of. */
    private Circulating own(String number, Hat hat) {
        Circulating product = circulation.find(number);
        if (product == null) {
            throw Refused.notFound();
        }
        boolean own = product.originator().equals(hat.organisation());
        boolean known = own
                && product.published()
                && circulation.outcomeFor(hat, number).compareTo(Outcome.HIDDEN) > 0;
        boolean elsewhere = !own && circulation.mayKnow(number, hat);
        gate.decideOwn(number, product.originator(), product.marking(), known || elsewhere);
        if (elsewhere) {
            throw Refused.forbidden("not-the-originator", "A label is its originator's to change.", "CLS-40");
        }
        return product;
    }
}
