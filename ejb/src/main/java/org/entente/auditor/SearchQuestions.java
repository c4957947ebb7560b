package org.entente.auditor;

import static org.entente.auditor.AccessQuestions.row;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.identity.Hat;
import org.entente.product.Filter;
import org.entente.product.Soundings;
import org.jspecify.annotations.Nullable;

/**
 * Searches that gave nothing although there was something, counted as it was when they were made. Worked out when an auditor
 * asks and never when somebody searches: nothing that a searcher could measure depends on it. An auditor learns of their own
 * products alone how often they were missed.
 */
@ApplicationScoped
class SearchQuestions {
    /** What {@link Filter#toString} and the count leave in the record. */
    private static final Pattern SEARCHED = Pattern.compile(
            "query='(?<query>.*?)'" + said("mission") + said("type") + said("originator") + said("from") + said("to")
                    + said("visibleFrom") + said("visibleTo") + said("order") + " count=0(?: .*)?",
            Pattern.DOTALL);

    private static final int LOOKED_AT = 5_000;

    @Inject
    private Soundings soundings;

    private record Search(
            Instant at,
            String organisation,
            @Nullable String person,
            @Nullable String hat,
            @Nullable Filter filter) {}

    List<List<@Nullable Object>> fruitless(AuditQuestions.Enquiry e) throws SQLException {
        List<Search> searches = rows(
                e.connection(),
                "SELECT o.occurred_at, o.actor_org, o.person, o.hat, o.detail FROM audit_opening o"
                        + " WHERE o.action IN ('LIST_PRODUCTS', 'COUNT_PRODUCTS') AND o.outcome = 'PERMIT'"
                        + " AND o.detail LIKE 'query=%' AND o.detail LIKE '% count=0%'"
                        + e.during("o.occurred_at") + " ORDER BY o.position DESC LIMIT " + LOOKED_AT,
                r -> new Search(
                        Objects.requireNonNull(instant(r, "occurred_at")),
                        r.getString("actor_org"),
                        r.getString("person"),
                        r.getString("hat"),
                        filter(r.getString("detail"))),
                e.values());
        Map<String, Hat> hats = e.scope().moment().world().hats().stream()
                .collect(Collectors.toMap(Hat::id, hat -> hat, (one, same) -> one));
        List<List<@Nullable Object>> fruitless = new ArrayList<>();
        for (Search search : searches) {
            if (search.filter == null) {
                continue;
            }
            boolean own = e.scope().isOwn(search.organisation);
            Map<String, Integer> hidden = new TreeMap<>(soundings.hidden(
                    search.filter,
                    search.hat == null ? null : hats.get(search.hat),
                    search.at,
                    e.scope().moment()));
            hidden.keySet().removeIf(originator -> !e.scope().isOwn(originator));
            hidden.forEach((originator, count) -> fruitless.add(row(
                    search.at,
                    search.organisation,
                    own ? search.person : null,
                    own ? search.filter.query() : null,
                    originator,
                    count)));
            if (fruitless.size() >= e.most()) {
                break;
            }
        }
        return fruitless.subList(0, Math.min(fruitless.size(), e.most()));
    }

    private static String said(String part) {
        return "(?: " + part + "='(?<" + part + ">[^']*)')?";
    }

    /** What was searched for; null if the record is of something else. When it became visible restricts nothing hidden. */
    private static @Nullable Filter filter(String detail) {
        Matcher said = SEARCHED.matcher(detail);
        return said.matches()
                ? new Filter(
                        said.group("query"),
                        said.group("mission"),
                        said.group("type"),
                        said.group("originator"),
                        at(said.group("from")),
                        at(said.group("to")))
                : null;
    }

    private static @Nullable Instant at(@Nullable String said) {
        try {
            return said == null ? null : Instant.parse(said);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
