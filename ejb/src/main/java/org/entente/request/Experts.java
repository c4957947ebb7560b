package org.entente.request;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objection;
import org.entente.gate.Operation;
import org.entente.identity.Hat;

/** An organisation's own experts, whom requests find by what they are about; nobody sees another's. */
@Stateless
public class Experts {
    private static final int MOST = 200;

    @Inject
    private Gate gate;

    @Inject
    private Ledger ledger;

    private record Kept(Expert expert, boolean own, boolean once, boolean few) {}

    private static final List<Rule<Kept>> KEEPING = List.of(
            Rule.rule("PKI-05", "a roster has at most 200 experts", "", Kept::few),
            Rule.rule("PKI-05", "an expert is of the organisation whose roster it is", ".hat", Kept::own),
            Rule.rule("PKI-05", "an expert stands on a roster once", ".hat", Kept::once),
            Rule.rule(
                    "PKI-05",
                    "topics are at most 20, of at most 60 characters each",
                    ".topics",
                    k -> RequestRules.words(k.expert.topics())),
            Rule.rule(
                    "PKI-05",
                    "areas are at most 20, of at most 60 characters each",
                    ".areas",
                    k -> RequestRules.words(k.expert.areas())),
            Rule.rule(
                    "PKI-05",
                    "languages are two-letter codes",
                    ".languages",
                    k -> k.expert.languages().size() <= 20
                            && k.expert.languages().stream().allMatch(l -> l.matches("[a-z]{2}"))),
            Rule.rule(
                    "PKI-05",
                    "an expert has a topic or an area",
                    ".topics",
                    k -> !k.expert.topics().isEmpty() || !k.expert.areas().isEmpty()));

    @Operation(Action.SEE_EXPERTS)
    public List<Expert> list() {
        gate.sight();
        return ledger.experts(gate.hat().organisation());
    }

    /** The whole roster, in place of the one that was there. */
    @Operation(Action.KEEP_EXPERTS)
    public List<Expert> keep(List<Expert> experts) {
        Hat officer = gate.hat();
        gate.decideOwn("experts", officer.organisation(), null, true);
        List<String> own = gate.moment().world().hats().stream()
                .filter(h -> h.organisation().equals(officer.organisation()))
                .map(Hat::id)
                .toList();
        List<Objection> objections = Desk.collecting();
        for (int i = 0; i < experts.size() && i <= MOST; i++) {
            Expert expert = experts.get(i);
            boolean once =
                    experts.stream().filter(e -> e.hat().equals(expert.hat())).count() == 1;
            objections.addAll(Rule.objections(
                    KEEPING, new Kept(expert, own.contains(expert.hat()), once, i < MOST), "experts[" + i + "]"));
        }
        Desk.throwIfAny(objections);
        gate.notes("count=" + experts.size());
        ledger.keepExperts(officer.organisation(), experts);
        return ledger.experts(officer.organisation());
    }
}
