package org.entente.auditor;

import static org.entente.auditor.AccessQuestions.row;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;
import org.jspecify.annotations.Nullable;

/** Who holds what, who signed for it, and what is owed; answered from releases and registers. */
final class ReleaseQuestions {
    /** From this tier on both registries enter an item (CLS-50). */
    private static final int REGISTERED_FROM = 2;

    private ReleaseQuestions() {}

    /** What its people took and what its registry received and has not disposed of; of a released copy no person is the holder. */
    static List<List<@Nullable Object>> copiesHeld(AuditQuestions.Enquiry e) throws SQLException {
        return rows(
                e.connection(),
                "SELECT h.* FROM (SELECT p.number, p.originator, k.copy_no, k.version_no, k.kind, k.organisation, k.hat, k.person,"
                        + " k.at FROM product_copy k JOIN product p ON p.id = k.product_id"
                        + " WHERE k.kind <> 'RELEASE' AND k.organisation = ? UNION ALL"
                        + " SELECT p.number, p.originator, k.copy_no, k.version_no, k.kind, c.organisation, NULL, NULL, c.handed_at"
                        + " FROM release_recipient c JOIN release_request r ON r.id = c.release_id"
                        + " JOIN product p ON p.number = r.product"
                        + " JOIN product_copy k ON k.product_id = p.id AND k.copy_no = c.copy_no"
                        + " WHERE c.handed_at IS NOT NULL AND c.disposed_at IS NULL AND c.organisation = ?) h"
                        + " WHERE (? IS NULL OR h.number = ?) AND " + e.scope().oneOf("h.originator", "h.organisation")
                        + " ORDER BY h.at DESC, h.number, h.copy_no LIMIT " + e.most(),
                r -> row(
                        r.getString("number"),
                        r.getLong("copy_no"),
                        r.getLong("version_no"),
                        r.getString("kind"),
                        r.getString("organisation"),
                        e.scope().person(r, "organisation", "hat"),
                        e.scope().person(r, "organisation", "person"),
                        instant(r, "at")),
                e.asked().organisation(),
                e.asked().organisation(),
                e.asked().product(),
                e.asked().product());
    }

    static List<List<@Nullable Object>> unacknowledged(AuditQuestions.Enquiry e) throws SQLException {
        Instant now = e.scope().now();
        return rows(
                e.connection(),
                "SELECT r.number, r.product, c.organisation, c.handed_at FROM release_recipient c"
                        + " JOIN release_request r ON r.id = c.release_id JOIN product p ON p.number = r.product"
                        + " WHERE c.handed_at < ? AND c.acknowledged_at IS NULL AND c.ended_at IS NULL AND "
                        + e.scope().oneOf("r.releaser", "p.originator", "c.organisation")
                        + " ORDER BY c.handed_at LIMIT " + e.most(),
                r -> row(
                        r.getString("number"),
                        r.getString("product"),
                        r.getString("organisation"),
                        instant(r, "handed_at"),
                        Duration.between(Objects.requireNonNull(instant(r, "handed_at")), now)
                                .toDays()),
                now.minus(Duration.ofDays(e.days())));
    }

    static List<List<@Nullable Object>> underDelegation(AuditQuestions.Enquiry e) throws SQLException {
        return rows(
                e.connection(),
                "SELECT r.number, r.product, s.at, s.organisation, s.hat, s.delegation, d.from_hat, d.ceiling"
                        + " FROM release_signature s JOIN release_request r ON r.id = s.release_id"
                        + " JOIN delegation d ON d.number = s.delegation WHERE (? IS NULL OR s.at >= ?)"
                        + " AND (? IS NULL OR s.at < ?) AND " + e.scope().oneOf("s.organisation")
                        + " ORDER BY s.at DESC LIMIT " + e.most(),
                r -> row(
                        r.getString("number"),
                        r.getString("product"),
                        instant(r, "at"),
                        r.getString("organisation"),
                        r.getString("hat"),
                        r.getString("delegation"),
                        r.getString("from_hat"),
                        r.getString("ceiling")),
                e.asked().from(),
                e.asked().from(),
                e.asked().to(),
                e.asked().to());
    }

    /** Whoever wrote or asked for it and then judged it, or judged it twice; below tier 2 the last is allowed (PKI-09). */
    static List<List<@Nullable Object>> separatedDuties(AuditQuestions.Enquiry e) throws SQLException {
        return rows(
                e.connection(),
                "SELECT r.number, r.product, v.marking, d.organisation, d.person, d.duties FROM ("
                        + "SELECT id, organisation, person, GROUP_CONCAT(duty ORDER BY duty SEPARATOR ' ') duties FROM ("
                        + "SELECT DISTINCT r.id, p.originator organisation, p.author person, 'AUTHOR' duty FROM release_request r"
                        + " JOIN product p ON p.number = r.product UNION"
                        + " SELECT r.id, r.releaser, r.requester, 'REQUEST' FROM release_request r"
                        + " JOIN product p ON p.number = r.product WHERE r.requester <> p.author UNION"
                        + " SELECT s.release_id, s.organisation, s.person, s.step FROM release_signature s"
                        + " WHERE s.step IN ('CHECK', 'AUTHORISATION') AND s.verdict = 'APPROVE') all_duties"
                        + " GROUP BY id, organisation, person HAVING COUNT(*) > 1) d"
                        + " JOIN release_request r ON r.id = d.id JOIN product p ON p.number = r.product"
                        + " JOIN product_version v ON v.product_id = p.id AND v.version_no = p.version_no"
                        + " WHERE d.duties <> 'AUTHOR REQUEST' AND " + e.scope().oneOf("d.organisation")
                        + " ORDER BY r.id DESC LIMIT " + e.most(),
                r -> row(
                        r.getString("number"),
                        r.getString("product"),
                        r.getString("marking"),
                        r.getString("organisation"),
                        r.getString("person"),
                        r.getString("duties")));
    }

    static List<List<@Nullable Object>> unreported(AuditQuestions.Enquiry e) throws SQLException {
        return rows(
                e.connection(),
                "SELECT r.number, r.product, r.releaser, r.review_due FROM release_request r"
                        + " JOIN product p ON p.number = r.product WHERE r.kind = 'BREAK_GLASS' AND r.review_due < ?"
                        + " AND NOT EXISTS (SELECT 1 FROM release_signature s WHERE s.release_id = r.id AND s.step = 'REPORT')"
                        + " AND " + e.scope().oneOf("r.releaser", "p.originator") + " ORDER BY r.review_due LIMIT "
                        + e.most(),
                r -> row(
                        r.getString("number"),
                        r.getString("product"),
                        r.getString("releaser"),
                        instant(r, "review_due")),
                e.scope().now());
    }

    /** In a recipient's hands although a registry of one side or the other has no entry of it. */
    static List<List<@Nullable Object>> unpaired(AuditQuestions.Enquiry e) throws SQLException {
        List<List<@Nullable Object>> unpaired = new ArrayList<>(rows(
                e.connection(),
                "SELECT r.number, r.product, v.marking, r.releaser, c.organisation, c.handed_at,"
                        + " (SELECT MIN(o.number) FROM register_entry o WHERE o.release_no = r.number AND o.direction = 'OUT'"
                        + " AND o.counterpart = c.organisation) out_entry,"
                        + " (SELECT MIN(i.number) FROM register_entry i WHERE i.release_no = r.number AND i.direction = 'IN'"
                        + " AND i.registry = c.organisation) in_entry"
                        + " FROM release_recipient c JOIN release_request r ON r.id = c.release_id"
                        + " JOIN product p ON p.number = r.product"
                        + " JOIN product_version v ON v.product_id = p.id AND v.version_no = p.version_no"
                        + " WHERE c.handed_at IS NOT NULL AND "
                        + e.scope().oneOf("r.releaser", "p.originator", "c.organisation")
                        + " HAVING out_entry IS NULL OR in_entry IS NULL ORDER BY c.handed_at DESC",
                r -> row(
                        r.getString("number"),
                        r.getString("product"),
                        r.getString("marking"),
                        r.getString("releaser"),
                        r.getString("organisation"),
                        instant(r, "handed_at"),
                        r.getString("out_entry"),
                        r.getString("in_entry"))));
        unpaired.removeIf(r -> tier(e.scope(), (String) r.get(3), (String) r.get(2)) < REGISTERED_FROM);
        return unpaired.subList(0, Math.min(unpaired.size(), e.most()));
    }

    private static int tier(Scope scope, @Nullable String originator, @Nullable String marking) {
        var world = scope.moment().world().policy().world();
        Level level = marking == null || originator == null
                ? null
                : world.vocabulary().level(originator, marking);
        if (level == null) {
            return Integer.MAX_VALUE;
        }
        return world.equivalences().stream()
                .filter(row -> row.level().equals(level.code()) && row.during().contains(scope.now()))
                .mapToInt(Equivalence::tier)
                .findFirst()
                .orElse(level.classified() ? Integer.MAX_VALUE : 0);
    }
}
