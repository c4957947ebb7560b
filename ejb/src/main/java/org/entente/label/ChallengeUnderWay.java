package org.entente.label;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.entente.waiting.UnderWay;
import org.entente.world.Sql;

/** Challenges to an organisation's labels, and those that it made, that nobody has answered. */
@ApplicationScoped
class ChallengeUnderWay implements UnderWay {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Override
    public List<Owed> owed(String organisation, String mission, Instant now) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT c.number, c.product FROM challenge c JOIN product p ON p.number = c.product WHERE p.mission = ?"
                                + " AND (p.originator = ? OR c.organisation = ?) AND p.state = 'PUBLISHED'"
                                + " AND c.answered_at IS NULL AND c.made_at <= ? ORDER BY c.id",
                        r -> new Owed("CHALLENGE", r.getString(1), r.getString(2), Set.of()),
                        mission,
                        organisation,
                        organisation,
                        now));
    }
}
