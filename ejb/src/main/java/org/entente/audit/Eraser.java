package org.entente.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Takes values out of openings once their erasure is ordered and recorded. The record keeps its digest, its place and its
 * proofs; value and salt are gone, and nobody can guess the one without the other.
 */
@ApplicationScoped
public class Eraser {
    /** The fields that may be erased, by their numbers: what tells of a person. What was decided on what stays. */
    public static final Map<String, Integer> FIELDS = fields();

    private static final int SALT = 32;

    @Resource(lookup = "java:app/jdbc/erasure")
    private DataSource database;

    /** An erasure has been ordered. */
    public record Ordered() {}

    private static Map<String, Integer> fields() {
        Map<String, Integer> fields = new LinkedHashMap<>();
        fields.put("person", 1);
        fields.put("hat", 2);
        fields.put("session", 5);
        fields.put("address", 6);
        fields.put("purpose", 13);
        fields.put("detail", 14);
        return Map.copyOf(fields);
    }

    /** Not before the order has been committed with its record; what a failure left is done the next time. */
    void erase(@Observes(during = TransactionPhase.AFTER_SUCCESS) Ordered ordered) {
        erase();
    }

    void erase() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Integer> field : FIELDS.entrySet()) {
                int before = SALT * (field.getValue() - 1);
                statement.executeUpdate("UPDATE audit_opening o JOIN opening_erasure e ON e.event_id = o.event_id"
                        + " AND e.field = " + field.getValue() + " SET o.salts = CONCAT(LEFT(o.salts, " + before + "),"
                        + " REPEAT(CHAR(0), " + SALT + "), SUBSTRING(o.salts, " + (before + SALT + 1) + ")), o."
                        + field.getKey() + " = NULL WHERE o." + field.getKey() + " IS NOT NULL");
            }
        } catch (SQLException e) {
            throw new RecordFailed(e);
        }
    }
}
