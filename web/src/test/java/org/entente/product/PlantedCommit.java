package org.entente.product;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted: a transaction of one's own. */
public class PlantedCommit {
    public void now(Connection connection) throws SQLException {
        connection.commit();
    }
}
