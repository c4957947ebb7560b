package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.identity.Role;

/** Who answers for an originator whose product is drawn on: what makes a label weaker is its release authority's (CLS-40). */
@ApplicationScoped
class Givers {
    @Inject
    private Gate gate;

    boolean answers(Hat hat) {
        return hat.has(Role.RELEASE_AUTHORITY);
    }

    boolean answersHere(String giver) {
        return gate.moment().world().hats().stream()
                .anyMatch(h ->
                        h.organisation().equals(giver) && h.liveAt(gate.moment().now()) && answers(h));
    }

    /** The giver's authority; where there is none here, an officer of the asker who did not ask. */
    boolean waitsFor(Derivation asked, Hat hat) {
        if (asked.answeredAt() != null || asked.requester().equals(hat.person())) {
            return false;
        }
        return asked.giver().equals(hat.organisation())
                ? answers(hat)
                : asked.asker().equals(hat.organisation())
                        && !Collections.disjoint(hat.roles(), Action.ANSWER_DERIVATION.roles())
                        && !answersHere(asked.giver());
    }
}
