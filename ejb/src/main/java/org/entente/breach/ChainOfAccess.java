package org.entente.breach;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.entente.world.Sql;

/** Who had a hand in a product's way: wrote it, confirmed it, opened it, took a copy, asked for its release or signed it. */
@ApplicationScoped
class ChainOfAccess {
    private static final String LINKS = "SELECT 1 FROM product WHERE number = ? AND (author = ? OR confirmed_by = ?)"
            + " UNION ALL SELECT 1 FROM audit_opening WHERE object = ? AND person = ? AND outcome = 'PERMIT'"
            + " AND action IN ('READ_PRODUCT', 'READ_DOCUMENT')"
            + " UNION ALL SELECT 1 FROM product_copy c JOIN product p ON p.id = c.product_id"
            + " WHERE p.number = ? AND c.person = ?"
            + " UNION ALL SELECT 1 FROM release_request WHERE product = ? AND requester = ?"
            + " UNION ALL SELECT 1 FROM release_signature s JOIN release_request r ON r.id = s.release_id"
            + " WHERE r.product = ? AND s.person = ? LIMIT 1";

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    boolean holds(String product, String person) {
        return Sql.on(
                database,
                c -> !rows(
                                c, LINKS, r -> 1, product, person, person, product, person, product, person, product,
                                person, product, person)
                        .isEmpty());
    }
}
