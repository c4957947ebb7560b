package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.entente.gate.Gate;
import org.entente.gate.Objection;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.marking.Level;
import org.entente.product.Circulating;
import org.jspecify.annotations.Nullable;

/** Whether this hat may sign this step of this release: separated duties, the production plan, delegations. */
@ApplicationScoped
class Authority {
    @Inject
    private Gate gate;

    @Inject
    private Signatories signatories;

    @Inject
    private FactFinder finder;

    @Inject
    private Approvers approvers;

    /** Throws what the rules object; answers the delegation that the signature goes under, if it does. */
    @Nullable
    Delegation admit(Step step, ReleaseRequest release, Circulating product, byte[] basis) {
        Signing signing = signing(gate.hat(), step, release, product, basis);
        List<Objection> duties = DutyRules.separation(signing);
        if (!duties.isEmpty()) {
            throw new Refused(new Refusal.Forbidden(
                    "separation-of-duties",
                    duties.getFirst().message(),
                    duties.stream().map(Objection::rule).distinct().toList()));
        }
        if (step != Step.AUTHORISATION) {
            return null;
        }
        if (!signing.holdsPlanned() && signing.delegation() == null) {
            throw Refused.forbidden(
                    "role-missing",
                    "The production plan asks for " + signing.planned() + " on a " + product.type() + ".",
                    "PKI-01");
        }
        List<Objection> objections = new ArrayList<>(DutyRules.authority(signing));
        objections.addAll(approvers.objections(gate.hat(), release.releaser(), product, recipients(release)));
        if (!objections.isEmpty()) {
            throw new Refused(
                    new Refusal.Objected("objections", "This signature does not reach that far.", objections));
        }
        return signing.delegated().orElse(null);
    }

    /** Whether it would be admitted; for what the page offers. */
    boolean admits(Step step, ReleaseRequest release, Circulating product, byte[] basis) {
        return admits(gate.hat(), step, release, product, basis);
    }

    boolean admits(Hat hat, Step step, ReleaseRequest release, Circulating product, byte[] basis) {
        Signing signing = signing(hat, step, release, product, basis);
        return DutyRules.separation(signing).isEmpty()
                && (step != Step.AUTHORISATION
                        || ((signing.holdsPlanned() || signing.delegation() != null)
                                && approvers
                                        .objections(hat, release.releaser(), product, recipients(release))
                                        .isEmpty()));
    }

    private static List<String> recipients(ReleaseRequest release) {
        return release.active().stream().map(Recipient::organisation).toList();
    }

    /** Whether the arrangements that it rests on leave its signature to this hat (CAV-04). */
    boolean signsUnderArrangements(ReleaseRequest release, Circulating product) {
        return approvers
                .objections(gate.hat(), release.releaser(), product, recipients(release))
                .isEmpty();
    }

    /** Whether a type goes on the word of the officer who confirmed it: a warning, or what the plan leaves to them. */
    boolean goesWithItsCheck(String releaser, Circulating product, Level level) {
        return signatories.planned(releaser, product.type().name()).role() == Role.CLASSIFICATION_OFFICER
                && finder.tier(level) < DutyRules.THREE_PERSONS;
    }

    private Signing signing(Hat hat, Step step, ReleaseRequest release, Circulating product, byte[] basis) {
        var marking = finder.marking(product);
        // weaker than what it was made of: that is the release authority's to say, and nobody's in its stead (CLS-40)
        Plan.Authority planned = product.held()
                ? new Plan.Authority(Role.RELEASE_AUTHORITY, null)
                : signatories.planned(release.releaser(), product.type().name());
        boolean holds = hat.has(planned.role()) || hat.has(Role.RELEASE_AUTHORITY);
        var handled = product.held() ? finder.heldMarking(product) : marking;
        return new Signing(
                step,
                hat.person(),
                release.requester(),
                product.author(),
                release.checker(basis),
                finder.tier(handled.level()),
                handled.level().rank(),
                !marking.eyesOnly().isEmpty(),
                product.type().name(),
                planned.role(),
                holds,
                rank(planned.ceiling()),
                holds || product.held() ? null : delegation(hat, release.releaser()),
                consentedElsewhere(hat, release));
    }

    /** Whether this person, in whichever hat, answered for somebody else whose information goes along. */
    private boolean consentedElsewhere(Hat hat, ReleaseRequest release) {
        return release.consents().stream()
                .anyMatch(c -> !c.giver().equals(release.releaser()) && c.answeredBy(hat.person()));
    }

    private @Nullable Delegation delegation(Hat hat, String organisation) {
        return signatories.delegated(organisation).stream()
                .filter(d -> d.to().equals(hat.id()) && d.inForce(gate.moment().now()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Integer rank(@Nullable String level) {
        Level known = level == null
                ? null
                : gate.moment().world().policy().vocabulary().levelByCode(level);
        return known == null ? null : known.rank();
    }
}
