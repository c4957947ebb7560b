package org.entente.auditor;

import static org.entente.auditor.AccessQuestions.row;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.entente.label.ReviewLine;
import org.entente.product.LabelChange;
import org.entente.product.Relabelling;
import org.jspecify.annotations.Nullable;

/** What became of labels; answered from products. */
final class LabelQuestions {
    private static final String WEAKER = Arrays.stream(LabelChange.Kind.values())
            .filter(Relabelling::weaker)
            .map(kind -> "'" + kind + "'")
            .collect(Collectors.joining(", "));

    private LabelQuestions() {}

    /** Labels that let go more than before, and whose consents that rested on. */
    static List<List<@Nullable Object>> downgrades(AuditQuestions.Enquiry e) throws SQLException {
        return rows(
                e.connection(),
                "SELECT p.number, l.at, l.kind, l.old_marking, l.new_marking, l.by_hat, l.why, l.consents"
                        + " FROM label_change l JOIN product p ON p.id = l.product_id"
                        + " WHERE l.kind IN (" + WEAKER + ") AND " + e.scope().oneOf("p.originator") + e.during("l.at")
                        + " ORDER BY l.id DESC LIMIT " + e.most(),
                r -> row(
                        r.getString("number"),
                        instant(r, "at"),
                        r.getString("kind"),
                        r.getString("old_marking"),
                        r.getString("new_marking"),
                        r.getString("by_hat"),
                        r.getString("why"),
                        r.getString("consents")),
                e.values());
    }

    /** Published and classified, and not looked at for years; or a working paper that lies about. As {@link ReviewLine} has it. */
    static List<List<@Nullable Object>> overdue(AuditQuestions.Enquiry e) throws SQLException {
        Instant now = e.scope().now();
        // a day more, for leap years
        Instant looked = years(now, -ReviewLine.YEARS).plus(1, ChronoUnit.DAYS);
        List<List<@Nullable Object>> overdue = new ArrayList<>();
        rows(
                e.connection(),
                "SELECT p.number, p.originator, p.state, v.marking, CASE WHEN p.state = 'PUBLISHED' THEN COALESCE((SELECT MAX(w.decided_at)"
                        + " FROM label_review w WHERE w.product = p.number), p.published) ELSE p.filed_at END since"
                        + " FROM product p JOIN product_version v ON v.product_id = p.id AND v.version_no = p.version_no"
                        + " WHERE p.state <> 'WITHDRAWN' AND " + e.scope().oneOf("p.originator")
                        + " HAVING since <= CASE WHEN p.state = 'PUBLISHED' THEN ? ELSE ? END ORDER BY since, p.id",
                r -> {
                    boolean published = "PUBLISHED".equals(r.getString("state"));
                    Instant since = Objects.requireNonNull(instant(r, "since"));
                    Instant due = published ? years(since, ReviewLine.YEARS) : since.plus(ReviewLine.WORKING_PAPER);
                    String marking = r.getString("marking");
                    boolean asked =
                            !published || AccessQuestions.classified(e.scope(), r.getString("originator"), marking);
                    return !asked
                            || due.isAfter(now)
                            || overdue.add(row(r.getString("number"), r.getString("state"), marking, since, due));
                },
                looked,
                now.minus(ReviewLine.WORKING_PAPER));
        return overdue.subList(0, Math.min(overdue.size(), e.most()));
    }

    private static Instant years(Instant at, int more) {
        return at.atZone(ZoneOffset.UTC).plusYears(more).toInstant();
    }
}
