package org.entente.auditor;

import static org.entente.auditor.AccessQuestions.row;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.entente.label.ReviewLine;
import org.jspecify.annotations.Nullable;

/** What became of labels; answered from products. */
final class LabelQuestions {
    private LabelQuestions() {}

    static List<List<@Nullable Object>> downgrades(AuditQuestions.Enquiry e) throws SQLException {
        return rows(
                e.connection(),
                "SELECT p.number, l.at, l.kind, l.old_marking, l.new_marking, l.by_hat, l.why,"
                        + " (SELECT GROUP_CONCAT(DISTINCT q.giver ORDER BY q.giver SEPARATOR ' ') FROM consent_request q"
                        + " JOIN release_request r ON r.id = q.release_id WHERE r.product = p.number"
                        + " AND q.answer = 'GRANTED' AND q.answered_at <= l.at) consents FROM label_change l"
                        + " JOIN product p ON p.id = l.product_id WHERE (? IS NULL OR l.at >= ?) AND (? IS NULL OR l.at < ?)"
                        + " AND " + e.scope().oneOf("p.originator") + " ORDER BY l.at DESC LIMIT " + e.most(),
                r -> row(
                        r.getString("number"),
                        instant(r, "at"),
                        r.getString("kind"),
                        r.getString("old_marking"),
                        r.getString("new_marking"),
                        r.getString("by_hat"),
                        r.getString("why"),
                        r.getString("consents")),
                e.asked().from(),
                e.asked().from(),
                e.asked().to(),
                e.asked().to());
    }

    static List<List<@Nullable Object>> overdue(AuditQuestions.Enquiry e) throws SQLException {
        Instant now = e.scope().now();
        Instant reviewed =
                now.atZone(ZoneOffset.UTC).minusYears(ReviewLine.YEARS).toInstant();
        Instant paper = now.minus(ReviewLine.WORKING_PAPER);
        List<List<@Nullable Object>> overdue = new ArrayList<>();
        rows(
                e.connection(),
                "SELECT p.number, p.originator, p.state, v.marking, CASE WHEN p.state = 'PUBLISHED' THEN COALESCE((SELECT MAX(w.decided_at)"
                        + " FROM label_review w WHERE w.product = p.number), p.published) ELSE p.filed_at END since"
                        + " FROM product p JOIN product_version v ON v.product_id = p.id AND v.version_no = p.version_no"
                        + " WHERE p.state <> 'WITHDRAWN' AND " + e.scope().oneOf("p.originator")
                        + " HAVING since <= CASE WHEN p.state = 'PUBLISHED' THEN ? ELSE ? END ORDER BY since",
                r -> {
                    boolean published = "PUBLISHED".equals(r.getString("state"));
                    Instant since = instant(r, "since");
                    if (since != null
                            && (!published
                                    || AccessQuestions.classified(
                                            e.scope(), r.getString("originator"), r.getString("marking")))) {
                        overdue.add(row(
                                r.getString("number"),
                                r.getString("state"),
                                r.getString("marking"),
                                since,
                                published
                                        ? since.atZone(ZoneOffset.UTC)
                                                .plusYears(ReviewLine.YEARS)
                                                .toInstant()
                                        : since.plus(ReviewLine.WORKING_PAPER)));
                    }
                    return since == null ? now : since;
                },
                reviewed,
                paper);
        return overdue.subList(0, Math.min(overdue.size(), e.most()));
    }
}
