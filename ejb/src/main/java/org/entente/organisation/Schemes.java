package org.entente.organisation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.entente.access.World;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;

/** Every organisation's own classification and the table that compares them (CLS-13): open to whoever has a hat here. */
@Stateless
public class Schemes {
    @Inject
    private Gate gate;

    @Operation(Action.SEE_SCHEMES)
    public List<SchemeView> list() {
        World world = gate.moment().world().policy().world();
        return world.schemes().stream()
                .map(s -> new SchemeView(
                        s.code(),
                        s.organisation(),
                        s.briefing(),
                        s.levels().stream().map(l -> view(l, world)).toList()))
                .toList();
    }

    private SchemeView.LevelView view(Level level, World world) {
        Equivalence row = world.equivalences().stream()
                .filter(e -> e.level().equals(level.code())
                        && e.during().contains(gate.moment().now()))
                .findFirst()
                .orElse(null);
        return new SchemeView.LevelView(
                level.code(),
                level.mark(),
                level.classified(),
                row == null ? null : row.tier(),
                row != null && row.status() == Equivalence.Status.ASSUMED);
    }
}
