package org.entente.product;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * What was built on a source that is gone (PKI-13): its originator decides whether it stands or goes as well, and until then no
 * release takes it any further. Whoever may not know of the source gets the answer of one that was never there.
 */
@Stateless
public class Derivatives {
    private static final int LONGEST_REASON = 4_000;

    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Review review;

    @Inject
    private GoneSources gone;

    @Inject
    private Losses losses;

    @Inject
    private Sources sources;

    @Inject
    private Weakening weakening;

    @Inject
    private Withdrawals withdrawals;

    /** For whoever may know of the product and might know of the source; {@code not-found} to anybody else. */
    @Operation(Action.SEE_GONE_SOURCE)
    public GoneSource see(String number, String source) {
        Product product = admitted(number, source);
        return one(product, source);
    }

    /**
     * Keeps it with a reason, or withdraws it. By an officer or release authority of its originator who did not write it, on what
     * they were shown; where it is marked weaker than the source was, keeping it is a weaker label once more: by the release
     * authority, with a second factor (CLS-40).
     */
    @Operation(Action.DECIDE_GONE_SOURCE)
    public GoneSource decide(
            String number, String source, GoneSource.Verdict verdict, @Nullable String reason, @Nullable String seen) {
        Product product = admitted(number, source);
        shelf.lock(product);
        Hat hat = gate.hat();
        Version version = shelf.newest(product);
        GoneSource shown = one(product, source);
        Losses.Loss loss = gone.of(product, version).stream()
                .filter(l -> l.source().equals(source))
                .findFirst()
                .orElseThrow(Refused::notFound);
        if (!product.originator().equals(hat.organisation())) {
            throw Refused.forbidden("not-the-originator", "Its originator decides whether it stands.", "PKI-13");
        }
        if (product.author().equals(hat.person())) {
            throw Refused.forbidden("separation-of-duties", "Nobody decides on what they wrote themselves.", "PKI-09");
        }
        if (shown.decision() != null) {
            throw Refused.wrongState("It is decided already.", "PKI-13");
        }
        gate.saw(GoneSources.shown(loss, product, version), seen);
        String why = reasoned(reason);
        if (verdict == GoneSource.Verdict.KEEP && weaker(product, version, source)) {
            if (!hat.has(Role.RELEASE_AUTHORITY)) {
                throw Refused.forbidden(
                        "role-missing",
                        "It is marked weaker than its source was: only the release authority lets it stand.",
                        "CLS-40");
            }
            gate.wantsSecondFactor();
        }
        losses.decided(loss, verdict, why, hat.id(), gate.moment().now());
        if (verdict == GoneSource.Verdict.WITHDRAW) {
            withdrawals.withdraw(product, why, null);
        }
        gate.notes(verdict + " " + number + " whose source " + source + " is gone: " + loss.how());
        gate.notesVersion(version.number(), version.marking());
        return new GoneSource(
                number,
                source,
                loss.how(),
                loss.at(),
                shown.portions(),
                shown.supersededBy(),
                verdict,
                why,
                hat.id(),
                false,
                null);
    }

    private Product admitted(String number, String source) {
        gate.asked(number);
        Product product = shelf.find(number);
        if (product == null) {
            throw Refused.notFound();
        }
        Version version = shelf.newest(product);
        boolean known = product.state() == ProductState.PUBLISHED
                && review.known(product)
                && gone.shown(product, version, all(version)).stream()
                        .anyMatch(g -> g.source().equals(source));
        gate.decideOwn(number, product.originator(), version.marking(), known);
        return product;
    }

    private GoneSource one(Product product, String source) {
        Version version = shelf.newest(product);
        return gone.shown(product, version, all(version)).stream()
                .filter(g -> g.source().equals(source))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private static java.util.List<Integer> all(Version version) {
        return IntStream.rangeClosed(1, version.portions().size()).boxed().toList();
    }

    /** Whether it rests on somebody's word that it may be weaker than the source was. */
    private boolean weaker(Product product, Version version, String source) {
        Product from = shelf.find(source);
        return sources.weakerThan(version, source, product.originator(), gate.sight())
                || (from != null
                        && source.equals(product.sanitisedFrom())
                        && weakening.sanitised(product, version, shelf.newest(from)));
    }

    private static String reasoned(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refused.objected("reason-missing", "reason", "PKI-13", "A reason is needed.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refused.objected(
                    "reason-too-long", "reason", "PKI-13", "A reason has at most " + LONGEST_REASON + " characters.");
        }
        return reason.strip();
    }
}
