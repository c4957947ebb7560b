package org.entente.label;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.entente.access.Outcome;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.marking.Level;
import org.entente.product.Circulation;
import org.entente.product.ProductState;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** What falls due in an organisation, as far as one of its hats may know of it. */
@ApplicationScoped
class Reviews {
    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    private record Decided(String product, Instant at, String decision) {}

    /** Before that instant, earliest first. */
    List<ReviewLine> due(Hat hat, Instant limit) {
        Instant now = gate.moment().now();
        Map<String, Decided> decided = decided(hat.organisation());
        List<ReviewLine> lines = new ArrayList<>();
        // a day more, for leap years
        Instant published = limit.atZone(ZoneOffset.UTC)
                .minusYears(ReviewLine.YEARS)
                .plusDays(1)
                .toInstant();
        for (Circulation.Held held :
                circulation.held(hat.organisation(), limit.minus(ReviewLine.WORKING_PAPER), published)) {
            ReviewLine line = line(held, hat.organisation(), decided.get(held.number()), now);
            if (line != null && line.due().isBefore(limit) && known(held, hat)) {
                lines.add(line);
            }
        }
        lines.sort(Comparator.comparing(ReviewLine::due));
        return lines;
    }

    /** When one of them is to be looked at again; null if never. */
    @Nullable
    ReviewLine of(String product, String organisation) {
        Circulation.Held held = circulation.held(product);
        return held == null
                ? null
                : line(
                        held,
                        organisation,
                        decided(organisation).get(product),
                        gate.moment().now());
    }

    private @Nullable ReviewLine line(
            Circulation.Held held, String originator, @Nullable Decided decided, Instant now) {
        if (held.state() != ProductState.PUBLISHED) {
            Instant due = held.since().plus(ReviewLine.WORKING_PAPER);
            return new ReviewLine(
                    held.number(),
                    ReviewLine.Kind.WORKING_PAPER,
                    held.marking(),
                    held.since(),
                    due,
                    !now.isBefore(due),
                    null,
                    null,
                    seen(held));
        }
        if (!classified(originator, held.marking())) {
            return null;
        }
        Instant from = decided == null ? held.since() : decided.at;
        Instant due = from.atZone(ZoneOffset.UTC).plusYears(ReviewLine.YEARS).toInstant();
        return new ReviewLine(
                held.number(),
                ReviewLine.Kind.REVIEW,
                held.marking(),
                held.since(),
                due,
                !now.isBefore(due),
                decided == null ? null : decided.at,
                decided == null ? null : decided.decision,
                seen(held));
    }

    private String seen(Circulation.Held held) {
        return gate.seal(circulation.shown(held.number()));
    }

    private boolean known(Circulation.Held held, Hat hat) {
        return circulation.outcomeFor(hat, held.number()).compareTo(Outcome.HIDDEN) > 0;
    }

    private boolean classified(String originator, String marking) {
        Level level = gate.moment().world().policy().vocabulary().level(originator, marking);
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
