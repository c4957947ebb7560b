package org.entente.product;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.entente.access.AccessClass;
import org.entente.access.AccessPolicy;
import org.entente.access.Outcome;
import org.entente.access.Releases;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Many products at once, for desks and lists: two statements instead of five a product, and what the policy says of each to one
 * hat, decided as one by one.
 */
@ApplicationScoped
class Overview {
    private static final String PRODUCTS =
            "SELECT p.number, p.originator, p.type, p.mission, p.state, p.author, p.author_hat, p.confirmed_by,"
                    + " p.sanitised_from, p.held_as, p.unit, p.emergency, p.published, v.id version_id, v.version_no, v.content_hash, v.marking, "
                    + Handings.COLUMN
                    + " FROM product p JOIN product_version v ON v.product_id = p.id AND v.version_no = p.version_no"
                    + " WHERE p.number IN (";
    private static final String PORTIONS =
            "SELECT version_id, marking, sources FROM product_portion WHERE version_id IN (";

    @Inject
    private Gate gate;

    @Inject
    private Review review;

    @Inject
    private Handings handed;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    private record Line(
            long version,
            Circulating product,
            boolean emergency,
            @Nullable Instant published,
            Releases releases) {}

    private record Mark(long version, String marking, List<String> sources) {}

    Map<String, Circulation.Seen> of(Collection<String> numbers, Hat hat) {
        List<String> distinct = numbers.stream().distinct().toList();
        if (distinct.isEmpty()) {
            return Map.of();
        }
        List<Line> lines = in(PRODUCTS, distinct, ") ", this::line);
        Map<Long, List<Mark>> marks = in(
                        PORTIONS,
                        lines.stream().map(Line::version).toList(),
                        ") ORDER BY version_id, ordinal",
                        Overview::mark)
                .stream()
                .collect(Collectors.groupingBy(Mark::version));
        AccessPolicy policy = gate.moment().world().policy();
        Map<ClassFacts, AccessClass> compiled = new HashMap<>();
        Map<String, Circulation.Seen> seen = new HashMap<>();
        for (Line line : lines) {
            Circulating product = with(line.product, marks.getOrDefault(line.version, List.of()));
            ClassFacts facts = review.facts(product, line.emergency);
            Instant now = gate.moment().now();
            Outcome outcome = policy.decide(
                            hat,
                            compiled.computeIfAbsent(facts, f -> f.compiledBy(policy)),
                            product.number(),
                            line.published == null ? now : line.published,
                            line.releases,
                            now,
                            true,
                            facts.portionIds())
                    .outcome();
            seen.put(product.number(), new Circulation.Seen(product, outcome));
        }
        return seen;
    }

    private <K, T> List<T> in(String sql, Collection<K> keys, String rest, Sql.Row<T> row) {
        if (keys.isEmpty()) {
            return new ArrayList<>();
        }
        String marks = keys.stream().map(k -> "?").collect(Collectors.joining(", "));
        return Sql.on(database, c -> rows(c, sql + marks + rest, row, keys.toArray()));
    }

    private Line line(ResultSet r) throws SQLException {
        return new Line(
                r.getLong("version_id"),
                new Circulating(
                        r.getString("number"),
                        r.getString("originator"),
                        ProductType.valueOf(r.getString("type")),
                        r.getString("mission"),
                        ProductState.valueOf(r.getString("state")),
                        r.getInt("version_no"),
                        HexFormat.of().formatHex(r.getBytes("content_hash")),
                        r.getString("marking"),
                        List.of(),
                        List.of(),
                        r.getString("author"),
                        r.getString("author_hat"),
                        r.getString("confirmed_by"),
                        r.getString("sanitised_from"),
                        r.getString("held_as"),
                        r.getString("unit")),
                r.getBoolean("emergency"),
                Sql.instant(r, "published"),
                handed.of(r));
    }

    private static Mark mark(ResultSet r) throws SQLException {
        return new Mark(r.getLong("version_id"), r.getString("marking"), Portion.lines(r.getString("sources")));
    }

    private static Circulating with(Circulating p, List<Mark> marks) {
        return new Circulating(
                p.number(),
                p.originator(),
                p.type(),
                p.mission(),
                p.state(),
                p.version(),
                p.contentHash(),
                p.marking(),
                marks.stream().map(Mark::marking).toList(),
                marks.stream().map(Mark::sources).toList(),
                p.author(),
                p.authorHat(),
                p.confirmedBy(),
                p.sanitisedFrom(),
                p.heldAs(),
                p.unit());
    }
}
