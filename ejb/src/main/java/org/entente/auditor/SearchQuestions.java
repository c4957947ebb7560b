package org.entente.auditor;

import static org.entente.auditor.AccessQuestions.row;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.product.Soundings;
import org.jspecify.annotations.Nullable;

/**
 * Searches that gave nothing although there was something. Worked out when an auditor asks and never when somebody searches:
 * nothing that a searcher could measure depends on it. An auditor learns of their own products alone how often they were missed.
 */
@ApplicationScoped
class SearchQuestions {
    private static final Pattern QUERY = Pattern.compile(
            "query='(.*?)'(?: (?:mission|type|originator|from|to)='.*')? count=0(?: .*)?", Pattern.DOTALL);
    private static final int LOOKED_AT = 5_000;

    @Inject
    private Soundings soundings;

    private record Search(
            Instant at, String organisation, @Nullable String person, String query) {}

    List<List<@Nullable Object>> fruitless(AuditQuestions.Enquiry e) throws SQLException {
        List<Search> searches = rows(
                e.connection(),
                "SELECT o.occurred_at, o.actor_org, o.person, o.detail FROM audit_opening o"
                        + " WHERE o.action IN ('LIST_PRODUCTS', 'COUNT_PRODUCTS') AND o.outcome = 'PERMIT'"
                        + " AND o.detail LIKE 'query=%' AND o.detail LIKE '% count=0%'"
                        + " AND (? IS NULL OR o.occurred_at >= ?) AND (? IS NULL OR o.occurred_at < ?)"
                        + " ORDER BY o.position DESC LIMIT " + LOOKED_AT,
                r -> {
                    Matcher said = QUERY.matcher(r.getString("detail"));
                    return new Search(
                            Objects.requireNonNull(instant(r, "occurred_at")),
                            r.getString("actor_org"),
                            r.getString("person"),
                            said.matches() ? said.group(1) : "");
                },
                e.asked().from(),
                e.asked().from(),
                e.asked().to(),
                e.asked().to());
        Map<String, Map<String, Integer>> hits = new HashMap<>();
        List<List<@Nullable Object>> fruitless = new ArrayList<>();
        for (Search search : searches) {
            boolean own = e.scope().isOwn(search.organisation);
            Map<String, Integer> hidden = new TreeMap<>(hits.computeIfAbsent(
                    search.query, q -> soundings.hits(q, e.scope().moment())));
            hidden.keySet().removeIf(originator -> !e.scope().isOwn(originator));
            hidden.forEach((originator, count) -> fruitless.add(row(
                    search.at,
                    search.organisation,
                    own ? search.person : null,
                    own ? search.query : null,
                    originator,
                    count)));
            if (fruitless.size() >= e.most()) {
                break;
            }
        }
        return fruitless.subList(0, Math.min(fruitless.size(), e.most()));
    }
}
