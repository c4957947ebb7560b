package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.access.Arrangement;
import org.entente.access.Cover;
import org.entente.access.World;
import org.entente.gate.Gate;
import org.entente.gate.Objection;
import org.entente.identity.Hat;
import org.entente.marking.Marking;
import org.entente.product.Circulating;
import org.jspecify.annotations.Nullable;

/** Who signs what rests on an arrangement: the role or the post that it names, and nobody in its stead (CAV-04). */
@ApplicationScoped
class Approvers {
    @Inject
    private Gate gate;

    @Inject
    private ArrangementShelf shelf;

    @Inject
    private FactFinder finder;

    /** What stands against this hat letting the giver's product go to these: each arrangement that is another's to sign under. */
    List<Objection> objections(Hat hat, String giver, Circulating product, List<String> recipients) {
        Marking marking = finder.marking(product);
        if (!marking.level().classified()) {
            return List.of();
        }
        List<ArrangementShelf.Kept> signedUnder = shelf.signedUnder(giver);
        return signedUnder.isEmpty()
                ? List.of()
                : recipients.stream()
                        .filter(recipient -> !recipient.equals(giver))
                        .flatMap(recipient ->
                                named(hat, giver, recipient, marking, product.mission(), signedUnder).stream()
                                        .map(approver -> new Objection(
                                                "authorisation",
                                                "CAV-04",
                                                recipient + ": the arrangement is signed under by " + approver
                                                        + " alone.")))
                        .toList();
    }

    /** Those whom the arrangements name that would cover it; none if the hat is one of them or one of these names nobody. */
    private Set<String> named(
            Hat hat,
            String giver,
            String recipient,
            Marking marking,
            @Nullable String mission,
            List<ArrangementShelf.Kept> signedUnder) {
        World world = gate.moment().world().policy().world();
        Instant now = gate.moment().now();
        Set<String> named = new TreeSet<>();
        for (Arrangement covering : Cover.covering(world, giver, recipient, marking, mission, now)) {
            Set<String> approvers = signedUnder.stream()
                    .filter(kept -> kept.terms().equals(covering))
                    .map(kept -> kept.view().approver())
                    .collect(Collectors.toSet());
            if (approvers.isEmpty() || approvers.stream().anyMatch(approver -> is(hat, approver))) {
                return Set.of();
            }
            named.addAll(approvers);
        }
        return named;
    }

    private static boolean is(Hat hat, @Nullable String approver) {
        return hat.posts().contains(approver)
                || hat.roles().stream().anyMatch(role -> role.name().equals(approver));
    }
}
