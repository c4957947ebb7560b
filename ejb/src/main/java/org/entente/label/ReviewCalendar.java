package org.entente.label;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.entente.access.Outcome;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.marking.Level;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.product.ProductState;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** When labels are to be looked at again: the platform proposes on the date, only the originator decides (AUD-12, CLS-45). */
@Stateless
public class ReviewCalendar {
    /** At the latest every five years. */
    public static final int YEARS = 5;

    public static final Duration WORKING_PAPER = Duration.ofDays(180);

    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    private record Decided(String product, Instant at, String decision) {}

    /** What falls due before that instant in one's own organisation, earliest first. */
    @Operation(Action.LIST_REVIEWS)
    public List<ReviewLine> due(@Nullable Instant until) {
        gate.sight();
        Hat hat = gate.hat();
        Instant now = gate.moment().now();
        Instant limit = until == null ? now : until;
        Map<String, Decided> decided = decided(hat.organisation());
        List<ReviewLine> lines = new ArrayList<>();
        for (Circulation.Held held : circulation.held(hat.organisation())) {
            ReviewLine line = line(held, decided.get(held.number()), now);
            if (line != null && line.due().isBefore(limit) && known(held, hat)) {
                lines.add(line);
            }
        }
        lines.sort(java.util.Comparator.comparing(ReviewLine::due));
        gate.notes("reviews due=" + lines.size());
        return lines;
    }

    /** The originator's decision: it stays as it is until the next date. Another label is an act of its own. */
    @Operation(Action.DECIDE_REVIEW)
    public ReviewLine keep(String product, @Nullable String reason) {
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
        String why = Reasons.needed(reason);
        Instant now = gate.moment().now();
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO label_review (product, decided_at, by_hat, decision) VALUES (?, ?, ?, ?)",
                        product,
                        now,
                        hat.id(),
                        why));
        return circulation.held(hat.organisation()).stream()
                .filter(h -> h.number().equals(product))
                .map(h -> line(h, decided(hat.organisation()).get(product), now))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private @Nullable ReviewLine line(Circulation.Held held, @Nullable Decided decided, Instant now) {
        if (held.state() != ProductState.PUBLISHED) {
            Instant due = held.since().plus(WORKING_PAPER);
            return new ReviewLine(
                    held.number(),
                    ReviewLine.Kind.WORKING_PAPER,
                    held.marking(),
                    held.since(),
                    due,
                    !now.isBefore(due),
                    null,
                    null);
        }
        if (!classified(held.marking())) {
            return null;
        }
        Instant from = decided == null ? held.since() : decided.at;
        Instant due = from.atZone(ZoneOffset.UTC).plusYears(YEARS).toInstant();
        return new ReviewLine(
                held.number(),
                ReviewLine.Kind.REVIEW,
                held.marking(),
                held.since(),
                due,
                !now.isBefore(due),
                decided == null ? null : decided.at,
                decided == null ? null : decided.decision);
    }

    private boolean known(Circulation.Held held, Hat hat) {
        return circulation.outcomeFor(hat, held.number()).compareTo(Outcome.HIDDEN) > 0;
    }

    private boolean classified(String marking) {
        Level level = gate.moment().world().policy().world().vocabulary().levelByMark(marking.split("//", 2)[0]);
        return level == null || level.classified();
    }

    private Map<String, Decided> decided(String organisation) {
        return Sql.on(
                database,
                c -> rows(
                                c,
                                "SELECT r.product, r.decided_at, r.decision FROM label_review r JOIN product p"
                                        + " ON p.number = r.product WHERE p.originator = ? ORDER BY r.id",
                                r -> new Decided(
                                        r.getString(1),
                                        Objects.requireNonNull(Sql.instant(r, "decided_at")),
                                        r.getString(3)),
                                organisation)
                        .stream()
                        .collect(Collectors.toMap(Decided::product, d -> d, (first, last) -> last)));
    }
}
