package org.entente.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Whether a record stands in the log under a note that a quorum of the organisations cosigned (mode W). */
@ApplicationScoped
class Publication {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(40);

    @Resource(lookup = "java:app/jdbc/record")
    private DataSource database;

    /** Answers when it does; {@link NotCosigned} if that takes too long, as it does below the quorum. */
    void await(UUID event) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!published(event)) {
            if (System.nanoTime() > end) {
                throw new NotCosigned();
            }
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotCosigned();
            }
        }
    }

    private boolean published(UUID event) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT 1 FROM log_entry e WHERE e.event_id = ?"
                        + " AND e.idx < (SELECT MAX(p.size) FROM log_publication p)")) {
            query.setBytes(1, EventId.bytes(event));
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }
}
