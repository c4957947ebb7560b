package org.entente.breach;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.entente.waiting.UnderWay;
import org.entente.world.Sql;

/** Breach cases that are not closed. For everybody else there is none, whatever they may know of the product (AUD-10). */
@ApplicationScoped
class BreachUnderWay implements UnderWay {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Override
    public List<Owed> owed(String organisation, String mission, Instant now) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT b.number FROM breach_case b JOIN product p ON p.number = b.product WHERE p.mission = ?"
                                + " AND b.organisation = ? AND b.state <> 'CLOSED' AND b.reported_at <= ? ORDER BY b.id",
                        r -> new Owed("BREACH", r.getString(1), null, Set.of(organisation)),
                        mission,
                        organisation,
                        now));
    }
}
