package org.entente.release;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.entente.waiting.UnderWay;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Releases on their way, consents that an organisation is asked for, and copies that it has not acknowledged. */
@ApplicationScoped
class ReleaseUnderWay implements UnderWay {
    private static final String OF = " JOIN product p ON p.number = r.product WHERE p.mission = ? AND ";

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Override
    public List<Owed> owed(String organisation, String mission, Instant now) {
        List<Owed> all = new ArrayList<>();
        all.addAll(owed(
                "RELEASE",
                "SELECT r.number, r.product FROM release_request r" + OF
                        + "r.releaser = ? AND r.stage IN ('DRAFT', 'LABELLED',"
                        + " 'ORIGINATOR_CONSENT', 'RISK_REVIEW', 'CHECKED', 'AUTHORISED', 'REGISTERED') ORDER BY r.id",
                mission,
                organisation));
        all.addAll(owed(
                "CONSENT",
                "SELECT q.number, r.product FROM consent_request q JOIN release_request r ON r.id = q.release_id" + OF
                        + "q.giver = ? AND q.answer IS NULL AND q.due > ? AND r.stage = 'ORIGINATOR_CONSENT' ORDER BY q.id",
                mission,
                organisation,
                now));
        all.addAll(owed(
                "ACKNOWLEDGEMENT",
                "SELECT r.number, r.product FROM release_recipient q JOIN release_request r ON r.id = q.release_id" + OF
                        + "q.organisation = ? AND q.handed_at IS NOT NULL AND q.acknowledged_at IS NULL"
                        + " AND q.ended_at IS NULL ORDER BY r.id",
                mission,
                organisation));
        return all;
    }

    private List<Owed> owed(String kind, String sql, @Nullable Object... values) {
        return Sql.on(
                database, c -> rows(c, sql, r -> new Owed(kind, r.getString(1), r.getString(2), Set.of()), values));
    }
}
