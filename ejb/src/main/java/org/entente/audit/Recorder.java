package org.entente.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Records a change in the change's own transaction: both are kept or neither. */
@ApplicationScoped
public class Recorder {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Inject
    private GroundStore grounds;

    /** Writes the event; {@link RecordFailed} fails the operation with it: no record, no change (AUD-01). */
    public void record(Event event) {
        try (Connection connection = database.getConnection()) {
            grounds.keep(event);
            Entry.write(connection, List.of(Entry.of(event)));
        } catch (SQLException e) {
            throw new RecordFailed(e);
        }
    }
}
