package org.entente.breach;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.world.Sql;

/** Follows a product to everybody who had it and to what was made from it. */
@ApplicationScoped
class Trails {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Inject
    private Circulation circulation;

    /** All of it where it is the hat's own organisation's product, else that organisation's part. */
    Traces of(String product, boolean all, Hat hat) {
        String own = hat.organisation();
        return Sql.on(
                database,
                c -> new Traces(
                        rows(
                                c,
                                "SELECT r.number, r.releaser, q.organisation, q.handed_at, q.ended_at FROM release_recipient q"
                                        + " JOIN release_request r ON r.id = q.release_id WHERE r.product = ?"
                                        + " AND (? OR r.releaser = ? OR q.organisation = ?) ORDER BY r.id, q.organisation",
                                r -> new Traces.Passed(
                                        r.getString("number"),
                                        r.getString("releaser"),
                                        r.getString("organisation"),
                                        Sql.instant(r, "handed_at"),
                                        Sql.instant(r, "ended_at")),
                                product,
                                all,
                                own,
                                own),
                        rows(
                                c,
                                "SELECT q.copy_no, q.organisation, IF(q.organisation = ?, q.hat, NULL) hat, q.at"
                                        + " FROM product_copy q JOIN product p ON p.id = q.product_id WHERE p.number = ?"
                                        + " AND q.kind <> 'RELEASE' AND (? OR q.organisation = ?) ORDER BY q.copy_no",
                                r -> new Traces.Held(
                                        r.getInt("copy_no"),
                                        r.getString("organisation"),
                                        r.getString("hat"),
                                        Objects.requireNonNull(Sql.instant(r, "at"))),
                                own,
                                product,
                                all,
                                own),
                        rows(
                                c,
                                "SELECT o.actor_org, COUNT(DISTINCT o.person) people, COUNT(*) opens, MAX(o.occurred_at) last"
                                        + " FROM audit_opening o WHERE o.object = ? AND o.outcome = 'PERMIT'"
                                        + " AND o.action IN ('READ_PRODUCT', 'READ_DOCUMENT') AND (? OR o.actor_org = ?)"
                                        + " GROUP BY o.actor_org ORDER BY o.actor_org",
                                r -> new Traces.Readers(
                                        r.getString("actor_org"),
                                        r.getLong("people"),
                                        r.getLong("opens"),
                                        Objects.requireNonNull(Sql.instant(r, "last"))),
                                product,
                                all,
                                own),
                        derived(c, product).stream()
                                .filter(d -> mayName(d, hat))
                                .toList()));
    }

    private boolean mayName(String number, Hat hat) {
        Circulating product = circulation.get(number);
        return product.originator().equals(hat.organisation()) || circulation.mayKnow(number, hat);
    }

    /** What draws on it, and what draws on that. */
    private static Set<String> derived(Connection c, String product) throws SQLException {
        Set<String> found = new TreeSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(product));
        while (!ahead.isEmpty()) {
            String source = ahead.pop();
            rows(
                            c,
                            "SELECT p.number FROM product p JOIN product_version v ON v.product_id = p.id"
                                    + " JOIN product_portion q ON q.version_id = v.id WHERE q.sources LIKE CONCAT('%', ?, '%')"
                                    + " AND FIND_IN_SET(?, REPLACE(q.sources, '\n', ',')) > 0"
                                    + " UNION SELECT number FROM product WHERE sanitised_from = ?",
                            r -> r.getString(1),
                            source,
                            source,
                            source)
                    .stream()
                    .filter(n -> !n.equals(product) && found.add(n))
                    .forEach(ahead::push);
        }
        return found;
    }
}
