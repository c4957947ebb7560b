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
import java.util.stream.Stream;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;
import org.jspecify.annotations.Nullable;

/** Who holds what, who signed for it, and what is owed; answered from releases and registers. */
final class ReleaseQuestions {
    /** From this tier on both registries enter an item (CLS-50). */
    private static final int REGISTERED_FROM = 2;

    /** From this tier on who checked does not authorise (PKI-09). */
    private static final int THREE_PERSONS_FROM = 2;

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
                        + " JOIN delegation d ON d.number = s.delegation WHERE "
                        + e.scope().oneOf("s.organisation")
                        + e.during("s.at")
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
                e.values());
    }

    private static final String DUTIES = "SELECT r.id, h.organisation, p.author person, 'AUTHOR' duty, NULL at"
            + " FROM release_request r JOIN product p ON p.number = r.product LEFT JOIN hat h ON h.id = p.author_hat"
            + " UNION SELECT r.id, h.organisation, r.requester, 'REQUEST', NULL FROM release_request r"
            + " LEFT JOIN hat h ON h.id = r.requester_hat"
            + " UNION SELECT c.release_id, c.answered_org, c.answered_person, 'CONSENT', NULL FROM consent_request c"
            + " JOIN release_request r ON r.id = c.release_id WHERE c.answer = 'APPROVE' AND c.giver <> r.releaser"
            + " UNION SELECT s.release_id, s.organisation, s.person, s.step, s.at FROM release_signature s"
            + " WHERE s.step IN ('CHECK', 'AUTHORISATION') AND s.verdict = 'APPROVE'";

    /**
     * Where one person, in whichever hats, did what is kept apart (PKI-09): also where a warning or a threat to life allowed it.
     * Who only checked and authorised did nothing that is kept apart below tier 2.
     */
    static List<List<@Nullable Object>> separatedDuties(AuditQuestions.Enquiry e) throws SQLException {
        List<List<@Nullable Object>> twice = new ArrayList<>();
        rows(
                e.connection(),
                "SELECT r.number, r.product, p.originator, d.organisations, d.person, d.duties, d.at,"
                        + " (SELECT v.marking FROM product_version v WHERE v.product_id = p.id AND v.created_at <= d.at"
                        + " ORDER BY v.version_no DESC LIMIT 1) marking FROM (SELECT id, person, MAX(at) at,"
                        + " GROUP_CONCAT(DISTINCT organisation ORDER BY organisation SEPARATOR ' ') organisations,"
                        + " GROUP_CONCAT(DISTINCT duty ORDER BY FIELD(duty, 'AUTHOR', 'REQUEST', 'CONSENT', 'CHECK',"
                        + " 'AUTHORISATION') SEPARATOR ' ') duties FROM (" + DUTIES + ") one GROUP BY id, person"
                        + " HAVING COUNT(DISTINCT duty) > 1 AND MAX(at) IS NOT NULL) d"
                        + " JOIN release_request r ON r.id = d.id JOIN product p ON p.number = r.product"
                        + " WHERE d.duties <> 'CONSENT CHECK' AND (" + e.scope().among("d.organisations")
                        + " OR " + e.scope().oneOf("p.originator") + ") ORDER BY r.id DESC, d.person",
                r -> {
                    Instant at = Objects.requireNonNull(instant(r, "at"));
                    String marking = r.getString("marking");
                    String organisations = r.getString("organisations");
                    boolean own = Stream.of(organisations.split(" ")).anyMatch(e.scope()::isOwn);
                    boolean apart = !r.getString("duties").equals("CHECK AUTHORISATION")
                            || tier(e.scope(), r.getString("originator"), marking, at) >= THREE_PERSONS_FROM;
                    return !apart
                            || twice.add(row(
                                    r.getString("number"),
                                    r.getString("product"),
                                    marking,
                                    organisations,
                                    own ? r.getString("person") : null,
                                    r.getString("duties")));
                });
        return twice.subList(0, Math.min(twice.size(), e.most()));
    }

    /** No report within its time; also where there has been one since. */
    static List<List<@Nullable Object>> unreported(AuditQuestions.Enquiry e) throws SQLException {
        return rows(
                e.connection(),
                "SELECT r.number, r.product, r.releaser, r.review_due, s.at FROM release_request r"
                        + " JOIN product p ON p.number = r.product"
                        + " LEFT JOIN release_signature s ON s.release_id = r.id AND s.step = 'REPORT'"
                        + " WHERE r.kind = 'BREAK_GLASS' AND r.review_due < COALESCE(s.at, ?) AND "
                        + e.scope().oneOf("r.releaser", "p.originator") + " ORDER BY r.review_due, r.id LIMIT "
                        + e.most(),
                r -> row(
                        r.getString("number"),
                        r.getString("product"),
                        r.getString("releaser"),
                        instant(r, "review_due"),
                        instant(r, "at")),
                e.scope().now());
    }

    /** Handed over although a registry of one side or the other has no entry of it; marked as it was then. */
    static List<List<@Nullable Object>> unpaired(AuditQuestions.Enquiry e) throws SQLException {
        List<List<@Nullable Object>> unpaired = new ArrayList<>();
        rows(
                e.connection(),
                "SELECT r.number, r.product, p.originator, v.marking, r.releaser, c.organisation, c.handed_at,"
                        + " (SELECT MIN(o.number) FROM register_entry o WHERE o.release_no = r.number AND o.direction = 'OUT'"
                        + " AND o.counterpart = c.organisation) out_entry,"
                        + " (SELECT MIN(i.number) FROM register_entry i WHERE i.release_no = r.number AND i.direction = 'IN'"
                        + " AND i.registry = c.organisation) in_entry"
                        + " FROM release_recipient c JOIN release_request r ON r.id = c.release_id"
                        + " JOIN product p ON p.number = r.product"
                        + " LEFT JOIN product_copy k ON k.product_id = p.id AND k.copy_no = c.copy_no"
                        + " JOIN product_version v ON v.product_id = p.id AND v.version_no = COALESCE(k.version_no, p.version_no)"
                        + " WHERE c.handed_at IS NOT NULL AND "
                        + e.scope().oneOf("r.releaser", "p.originator", "c.organisation")
                        + " HAVING out_entry IS NULL OR in_entry IS NULL ORDER BY c.handed_at DESC, c.id DESC",
                r -> {
                    Instant handed = Objects.requireNonNull(instant(r, "handed_at"));
                    String marking = r.getString("marking");
                    return tier(e.scope(), r.getString("originator"), marking, handed) < REGISTERED_FROM
                            || unpaired.add(row(
                                    r.getString("number"),
                                    r.getString("product"),
                                    marking,
                                    r.getString("releaser"),
                                    r.getString("organisation"),
                                    handed,
                                    r.getString("out_entry"),
                                    r.getString("in_entry")));
                });
        return unpaired.subList(0, Math.min(unpaired.size(), e.most()));
    }

    /** What cannot be placed counts as the highest. */
    private static int tier(Scope scope, String originator, @Nullable String marking, Instant at) {
        var world = scope.moment().world().policy().world();
        Level level = marking == null ? null : world.vocabulary().level(originator, marking);
        if (level == null) {
            return Integer.MAX_VALUE;
        }
        return world.equivalences().stream()
                .filter(row -> row.level().equals(level.code()) && row.during().contains(at))
                .mapToInt(Equivalence::tier)
                .findFirst()
                .orElse(level.classified() ? Integer.MAX_VALUE : 0);
    }
}
