package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.identity.Hat;
import org.entente.marking.Marking;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.product.Copies;
import org.entente.product.CopyKind;
import org.entente.registry.Direction;
import org.entente.registry.Register;

/**
 * Releases of products that were published before this platform had them: with copies, in both books and dated as the product,
 * so that they are seen and called back like any other. Nobody's signature is made up: that of the officer who confirmed the
 * label is the only one.
 */
@ApplicationScoped
public class Earlier {
    private static final String ACKNOWLEDGED = "ACK REQUIRED";

    @Inject
    private Gate gate;

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private Circulation circulation;

    @Inject
    private FactFinder finder;

    @Inject
    private Copies copies;

    @Inject
    private Register register;

    /** One release to those who have it, and one that waits for those whom the label names in vain. */
    public void keep(String number, String officer, Instant at) {
        Circulating product = circulation.get(number);
        Marking marking = finder.marking(product);
        if (!product.published()
                || !marking.level().classified()
                || !shelf.of(number).isEmpty()) {
            return;
        }
        Hat by = gate.moment().world().hats().stream()
                .filter(h -> h.id().equals(officer))
                .findFirst()
                .orElseThrow();
        Set<String> have = circulation.receivers(number);
        if (!have.isEmpty()) {
            handed(release(product, List.copyOf(have), Stage.ACKNOWLEDGED, by, at), product, marking, by, at);
        }
        Set<String> wait =
                new TreeSet<>(gate.moment().world().policy().vocabulary().expand(marking.releasableTo(), at));
        wait.remove(product.originator());
        wait.removeAll(marking.joint());
        wait.removeAll(have);
        if (!wait.isEmpty()) {
            release(product, List.copyOf(wait), Stage.CHECKED, by, at);
        }
    }

    private ReleaseRequest release(Circulating product, List<String> recipients, Stage stage, Hat officer, Instant at) {
        ReleaseRequest release = new ReleaseRequest(
                Numbers.draw("REL"),
                product.number(),
                product.originator(),
                Kind.STANDARD,
                stage,
                recipients,
                OnPublication.AS_LABELLED,
                product.author(),
                product.authorHat(),
                at,
                null,
                at.plus(OnPublication.CONSENT_TIME));
        byte[] basis = Basis.of(product, recipients);
        release.signed(new Signature(Step.CHECK, Verdict.APPROVE, officer, at, null, basis, null));
        release.checkedFor(basis);
        shelf.add(release);
        return release;
    }

    private void handed(ReleaseRequest release, Circulating product, Marking marking, Hat officer, Instant at) {
        for (Recipient recipient : release.recipients()) {
            String there = recipient.organisation();
            int copy = copies.next(product.number(), product.version(), CopyKind.RELEASE, officer, at);
            recipient.numbered(copy);
            enter(release.releaser(), Direction.OUT, there, copy, product, release, at);
            enter(there, Direction.IN, release.releaser(), copy, product, release, at);
            recipient.received(at);
            if (marking.handling().stream().anyMatch(h -> h.text().equals(ACKNOWLEDGED))) {
                release.to(Stage.DISSEMINATED, at);
            } else {
                recipient.acknowledged(Progress.BY_ITSELF, at);
                register.receipt(release.number(), there, at, Progress.BY_ITSELF);
            }
        }
    }

    private void enter(
            String registry,
            Direction direction,
            String counterpart,
            int copy,
            Circulating product,
            ReleaseRequest release,
            Instant at) {
        register.enter(
                registry,
                direction,
                at,
                product.number(),
                copy,
                product.marking(),
                counterpart,
                Progress.BY_ITSELF,
                release.number());
        gate.concerns(registry);
    }
}
