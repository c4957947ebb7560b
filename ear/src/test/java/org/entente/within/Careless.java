package org.entente.within;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.world.Sql;

/** Operations as nobody should write them. */
@Stateless
public class Careless {
    @Inject
    private Gate gate;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Operation(Action.READ_PRODUCT)
    public String readWithoutAsking() {
        return "everything";
    }

    @Operation(Action.ACKNOWLEDGE_PRODUCT)
    public void changeWithoutAsking(String mark) throws SQLException {
        change(mark);
    }

    /** The record of this change is larger than the table takes. */
    @Operation(Action.ACKNOWLEDGE_PRODUCT)
    public void changeThatCannotBeRecorded(String mark) throws SQLException {
        gate.asked("P00");
        gate.notesVersion(1, "X".repeat(70_000));
        change(mark);
    }

    @Operation(Action.ACKNOWLEDGE_PRODUCT)
    public void changeThatIsRefused(String mark) throws SQLException {
        gate.asked(mark);
        change(mark);
        throw Refused.notFound();
    }

    @Operation(Action.ACKNOWLEDGE_PRODUCT)
    public void changeThatHolds(String mark) throws SQLException {
        gate.asked(mark);
        change(mark);
    }

    private void change(String mark) throws SQLException {
        try (Connection c = database.getConnection()) {
            Sql.execute(c, "INSERT INTO ended_session VALUES (?, ?)", mark, Instant.now());
        }
    }
}
