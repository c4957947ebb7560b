package org.entente.release;

import java.util.List;

/**
 * A step that is open now.
 *
 * @param organisation who must act
 * @param roles one of which their hat needs
 * @param ground the rule that asks for it
 * @param mine whether the acting hat may take it
 */
public record NextStep(Step step, String organisation, List<String> roles, String ground, boolean mine) {
    public String slug() {
        return step.slug();
    }
}
