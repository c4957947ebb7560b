package org.entente.product;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.entente.waiting.UnderWay;
import org.entente.world.Sql;

/** Questions to an organisation, and by it, whether something may be marked weaker than its source. */
@ApplicationScoped
class DerivationUnderWay implements UnderWay {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Override
    public List<Owed> owed(String organisation, String mission, Instant now) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT d.number, d.giver, d.asker FROM derivation d JOIN product p ON p.number = d.source"
                                + " WHERE p.mission = ? AND (d.giver = ? OR d.asker = ?) AND p.state = 'PUBLISHED'"
                                + " AND d.answered_at IS NULL AND d.asked_at <= ? ORDER BY d.id",
                        // who asks whom about what is between the two, whoever else may know of the product
                        r -> new Owed(
                                "DERIVATION",
                                r.getString(1),
                                null,
                                Set.copyOf(List.of(r.getString("giver"), r.getString("asker")))),
                        mission,
                        organisation,
                        organisation,
                        now));
    }
}
