package org.entente.product;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.world.Unreachable;

/** The register of copies: who took which version of what away, when, as what, under which number (CLS-06). */
@ApplicationScoped
public class Copies {
    @Inject
    private Gate gate;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /**
     * Registers the product's next copy for the acting hat, in the caller's transaction. The product's row is held until that
     * ends, so numbers have no gaps and nobody gets one twice.
     */
    public int next(String product, int version, CopyKind kind) {
        return next(product, version, kind, gate.hat(), gate.moment().now());
    }

    /** The same for a copy that somebody took at another time. */
    public int next(String product, int version, CopyKind kind, Hat hat, Instant at) {
        try (Connection c = database.getConnection()) {
            long id = rows(c, "SELECT id FROM product WHERE number = ? FOR UPDATE", r -> r.getLong(1), product)
                    .getFirst();
            String newest = "SELECT COALESCE(MAX(copy_no), 0) FROM product_copy WHERE product_id = ?";
            int copy = rows(c, newest, r -> r.getInt(1), id).getFirst() + 1;
            execute(
                    c,
                    "INSERT INTO product_copy (product_id, copy_no, version_no, kind, person, hat, organisation, at, event_id)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, UNHEX(REPLACE(?, '-', '')))",
                    id,
                    copy,
                    version,
                    kind.name(),
                    hat.person(),
                    hat.id(),
                    hat.organisation(),
                    at,
                    gate.eventId());
            return copy;
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }
}
