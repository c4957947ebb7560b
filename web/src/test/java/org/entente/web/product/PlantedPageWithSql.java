package org.entente.web.product;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted: a page that talks to the database. */
public class PlantedPageWithSql {
    public boolean any(Connection connection) throws SQLException {
        return connection.isValid(1);
    }
}
