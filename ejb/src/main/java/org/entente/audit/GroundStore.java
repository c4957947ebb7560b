package org.entente.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what decisions rested on, each text once under its SHA-256. Written before the event that names it and outside of
 * every transaction: a text that no event names hurts nobody.
 */
@ApplicationScoped
class GroundStore {
    private static final int REMEMBERED = 1 << 16;

    @Resource(lookup = "java:app/jdbc/record")
    DataSource database;

    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    void keep(Event event) throws SQLException {
        keep(event.hatGround());
        keep(event.objectGround());
    }

    private void keep(@Nullable String text) throws SQLException {
        String digest = digest(text);
        if (text == null || digest == null || kept.contains(digest)) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT IGNORE INTO decision_ground (digest, text) VALUES (?, ?)")) {
            insert.setBytes(1, HexFormat.of().parseHex(digest));
            insert.setString(2, text);
            insert.executeUpdate();
        }
        if (kept.size() >= REMEMBERED) {
            kept.clear();
        }
        kept.add(digest);
    }

    /** SHA-256 in hexadecimal; null of null. */
    static @Nullable String digest(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
