package org.entente.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Records a change in the change's own transaction: both are kept or neither. */
@ApplicationScoped
public class Recorder {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Inject
    private GroundStore grounds;

    private static final String RECEIPT = "INSERT INTO receipt (event_id, type, what, reference) VALUES (?, ?, ?, ?)";

    /**
     * Writes the event, and a receipt where it is a step that leaves one; {@link RecordFailed} fails the operation with it: no record, no change (AUD-01).
     *
     * @param receipted the word under which a receipt is kept, null for none
     */
    public void record(Event event, @Nullable String receipted) {
        try (Connection connection = database.getConnection()) {
            grounds.keep(event);
            Entry.write(connection, List.of(Entry.of(event)));
            if (receipted != null) {
                receipt(connection, event, receipted);
            }
        } catch (SQLException e) {
            throw new RecordFailed(e);
        }
    }

    private static void receipt(Connection connection, Event event, String what) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RECEIPT)) {
            insert.setBytes(1, EventId.bytes(event.id()));
            insert.setInt(2, event.type());
            insert.setString(3, what);
            insert.setString(4, event.object() == null ? "-" : event.object());
            insert.executeUpdate();
        }
    }
}
