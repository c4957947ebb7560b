package org.entente.gate;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.entente.world.Sql;
import org.entente.world.Unreachable;

/** Sessions of the identity provider that have ended: whoever still shows one is signed out on the very next request. */
@ApplicationScoped
public class EndedSessions {
    /** No token and no session lives longer than this, so nothing older needs remembering. */
    private static final Duration MEMORY = Duration.ofDays(2);

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    public boolean contains(String session) {
        try (Connection c = database.getConnection()) {
            return !Sql.rows(c, "SELECT 1 FROM ended_session WHERE sid = ?", r -> r.getInt(1), session)
                    .isEmpty();
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }

    /** Ends a session; answers false if this very notice came before. */
    @Transactional
    public boolean end(String session, String notice) {
        Instant now = Instant.now();
        try (Connection c = database.getConnection()) {
            Sql.execute(c, "DELETE FROM ended_session WHERE ended_at < ?", now.minus(MEMORY));
            Sql.execute(c, "DELETE FROM logout_token WHERE seen_at < ?", now.minus(MEMORY));
            boolean fresh = Sql.execute(c, "INSERT IGNORE INTO logout_token VALUES (?, ?)", notice, now) == 1;
            if (fresh) {
                Sql.execute(c, "INSERT IGNORE INTO ended_session VALUES (?, ?)", session, now);
            }
            return fresh;
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }
}
