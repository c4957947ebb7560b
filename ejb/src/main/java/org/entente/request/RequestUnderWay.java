package org.entente.request;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.entente.waiting.UnderWay;
import org.entente.world.Sql;

/**
 * Requests for information that are not answered: those that it asked, but for what it asked anonymously, which to the other side is
 * nobody's, and those that have come to it.
 */
@ApplicationScoped
class RequestUnderWay implements UnderWay {
    private static final String OPEN =
            "SELECT r.number, CONCAT_WS(' ', r.requester, (SELECT GROUP_CONCAT(b.organisation"
                    + " SEPARATOR ' ') FROM request_reply b WHERE b.request_id = r.id AND b.arrived_at IS NOT NULL)) parties"
                    + " FROM request r WHERE (r.mission = ? AND r.requester = ? AND NOT r.anonymous AND EXISTS (SELECT 1"
                    + " FROM request_reply a WHERE a.request_id = r.id AND a.state IN ('OPEN', 'ROUTED')))"
                    + " OR (IF(r.anonymous, r.shown_mission, r.mission) = ? AND EXISTS (SELECT 1 FROM request_reply a"
                    + " WHERE a.request_id = r.id AND a.organisation = ? AND a.arrived_at IS NOT NULL"
                    + " AND a.state IN ('OPEN', 'ROUTED'))) ORDER BY r.id";

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Override
    public List<Owed> owed(String organisation, String mission, Instant now) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        OPEN,
                        r -> new Owed(
                                "REQUEST",
                                r.getString("number"),
                                null,
                                Set.copyOf(List.of(r.getString("parties").split(" ", -1)))),
                        mission,
                        organisation,
                        mission,
                        organisation));
    }
}
