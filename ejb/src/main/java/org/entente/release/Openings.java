package org.entente.release;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.entente.world.Sql;

/** Who has opened something, for the rules that turn on it. */
@ApplicationScoped
class Openings {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** Whether anybody of this organisation has read the product, or taken a copy of it. */
    boolean opened(String organisation, String product) {
        return !Sql.on(
                        database,
                        c -> rows(
                                c,
                                "SELECT 1 FROM audit_opening WHERE object = ? AND actor_org = ? AND outcome = 'PERMIT'"
                                        + " AND action IN ('READ_PRODUCT', 'READ_DOCUMENT') LIMIT 1",
                                r -> 1,
                                product,
                                organisation))
                .isEmpty();
    }
}
