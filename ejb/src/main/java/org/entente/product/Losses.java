package org.entente.product;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.gate.ActRows;
import org.entente.world.ActRow;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Where it lies what draws on what, which sources are gone, and what was decided about it. Decides nothing. */
@ApplicationScoped
class Losses implements ActRow.Kept {
    private static final ActRow GONE = ActRow.of(
            "source-gone", "source_gone", "t.id", "t.source", "t.organisation", "t.how", "t.at", "t.superseded_by");

    private static final ActRow DECISION = ActRow.of(
            "source-decision",
            "source_decision",
            "CONCAT(t.product, ' ', t.gone)",
            "t.verdict",
            "t.reason",
            "t.by_hat",
            "t.at");

    /** The last loss of a source counts, of those that meet an organisation. */
    private static final String STANDING = " (g.organisation IS NULL OR g.organisation = p.originator) AND NOT EXISTS"
            + " (SELECT 1 FROM source_gone n WHERE n.source = g.source AND n.id > g.id"
            + " AND (n.organisation IS NULL OR n.organisation = p.originator))";

    private static final String WHAT = "SELECT g.id, g.source, g.how, g.at, g.superseded_by, p.number, p.originator,"
            + " s.verdict, s.reason, s.by_hat FROM ";
    private static final String DECIDED =
            " LEFT JOIN source_decision s ON s.product = p.number AND s.gone = g.id WHERE" + STANDING;
    private static final String OF_ONE = WHAT + "product p"
            + " JOIN product_version v ON v.product_id = p.id AND v.version_no = p.version_no"
            + " JOIN drawn_on d ON d.version_id = v.id JOIN source_gone g ON g.source = d.source" + DECIDED
            + " AND p.number = ? ORDER BY g.source";
    /** From the few that are gone to the many that there are, whatever the optimiser knows of either. */
    private static final String UNDECIDED = WHAT + "source_gone g STRAIGHT_JOIN drawn_on d ON d.source = g.source"
            + " STRAIGHT_JOIN product_version v ON v.id = d.version_id"
            + " STRAIGHT_JOIN product p ON p.id = v.product_id AND p.version_no = v.version_no" + DECIDED
            + " AND p.originator = ? AND p.state = 'PUBLISHED' AND s.verdict IS NULL ORDER BY g.id, p.number";

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Inject
    private ActRows rows;

    @Override
    public List<ActRow> actRows() {
        return List.of(GONE, DECISION);
    }

    /** A source that the originator of {@code product} has no more, and what was decided about that. */
    record Loss(
            long id,
            String source,
            GoneSource.How how,
            Instant at,
            @Nullable String supersededBy,
            String product,
            String originator,
            GoneSource.@Nullable Verdict decision,
            @Nullable String reason,
            @Nullable String decidedBy) {}

    void drawn(long version, Collection<String> sources) {
        for (String source : sources) {
            run("INSERT IGNORE INTO drawn_on (version_id, source) VALUES (?, ?)", version, source);
        }
    }

    /** What draws on a source now and is not withdrawn; of one organisation where one is named. */
    List<String> derivatives(String source, @Nullable String organisation) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT DISTINCT p.number FROM drawn_on d JOIN product_version v ON v.id = d.version_id"
                                + " JOIN product p ON p.id = v.product_id AND p.version_no = v.version_no"
                                + " WHERE d.source = ? AND p.state <> 'WITHDRAWN' AND p.originator = COALESCE(?, p.originator)"
                                + " ORDER BY p.number",
                        r -> r.getString(1),
                        source,
                        organisation));
    }

    /** Answers which loss it is. */
    long gone(
            String source,
            @Nullable String organisation,
            GoneSource.How how,
            Instant at,
            @Nullable String supersededBy) {
        long id = Sql.on(database, c -> {
            execute(
                    c,
                    "INSERT INTO source_gone (source, organisation, how, at, superseded_by) VALUES (?, ?, ?, ?, ?)",
                    source,
                    organisation,
                    how.name(),
                    at,
                    supersededBy);
            return rows(c, "SELECT LAST_INSERT_ID()", r -> r.getLong(1)).getFirst();
        });
        rows.made(GONE, "t.id = ?", id);
        return id;
    }

    /** A decision that no act took is none: it is refused to go by it. */
    List<Loss> of(String product) {
        List<Loss> losses = list(OF_ONE, product);
        if (losses.stream().anyMatch(l -> l.decision() != null)) {
            rows.check(DECISION, "t.product = ?", product);
        }
        return losses;
    }

    /** Of an organisation's published products, what nobody has decided about; the oldest loss first. */
    List<Loss> undecided(String organisation) {
        return list(UNDECIDED, organisation);
    }

    void decided(Loss loss, GoneSource.Verdict verdict, String reason, String hat, Instant at) {
        run(
                "INSERT INTO source_decision (product, gone, verdict, reason, by_hat, at) VALUES (?, ?, ?, ?, ?, ?)",
                loss.product(),
                loss.id(),
                verdict.name(),
                reason,
                hat,
                at);
        rows.made(DECISION, "t.product = ? AND t.gone = ?", loss.product(), loss.id());
    }

    private List<Loss> list(String sql, @Nullable Object... values) {
        return Sql.on(database, c -> rows(c, sql, Losses::loss, values));
    }

    private void run(String sql, @Nullable Object... values) {
        Sql.on(database, c -> execute(c, sql, values));
    }

    private static Loss loss(ResultSet r) throws SQLException {
        String verdict = r.getString("verdict");
        return new Loss(
                r.getLong("id"),
                r.getString("source"),
                GoneSource.How.valueOf(r.getString("how")),
                Objects.requireNonNull(Sql.instant(r, "at")),
                r.getString("superseded_by"),
                r.getString("number"),
                r.getString("originator"),
                verdict == null ? null : GoneSource.Verdict.valueOf(verdict),
                r.getString("reason"),
                r.getString("by_hat"));
    }
}
