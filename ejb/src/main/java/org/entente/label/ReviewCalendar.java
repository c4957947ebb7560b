package org.entente.label;

import static org.entente.world.Sql.execute;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** When labels are to be looked at again: the platform proposes on the date, only the originator decides (AUD-12, CLS-45). */
@Stateless
public class ReviewCalendar {
    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    @Inject
    private Reviews reviews;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** What falls due before that instant in one's own organisation, earliest first. */
    @Operation(Action.LIST_REVIEWS)
    public List<ReviewLine> due(@Nullable Instant until) {
        gate.sight();
        List<ReviewLine> lines =
                reviews.due(gate.hat(), until == null ? gate.moment().now() : until);
        gate.notes("reviews due=" + lines.size());
        return lines;
    }

    /** The originator's decision: it stays as it is until the next date. Another label is an act of its own. */
    @Operation(Action.DECIDE_REVIEW)
    public ReviewLine keep(String product, @Nullable String reason, @Nullable String seen) {
        gate.asked(product);
        Hat hat = gate.hat();
        Circulating reviewed = circulation.find(product);
        boolean own = reviewed != null
                && reviewed.originator().equals(hat.organisation())
                && circulation.mayKnow(product, hat);
        if (reviewed == null) {
            throw Refused.notFound();
        }
        gate.decideOwn(product, reviewed.originator(), reviewed.marking(), own);
        circulation.lock(product);
        gate.saw(circulation.shown(product), seen);
        String why = Reasons.needed(reason);
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO label_review (product, decided_at, by_hat, decision) VALUES (?, ?, ?, ?)",
                        product,
                        gate.moment().now(),
                        hat.id(),
                        why));
        ReviewLine line = reviews.of(product, hat.organisation());
        if (line == null) {
            throw Refused.notFound();
        }
        return line;
    }
}
