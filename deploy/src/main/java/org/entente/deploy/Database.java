package org.entente.deploy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the application's data are and who may touch them: in this folder, or on a server that the operator runs. */
record Database(String url, String owner, String ownerPassword, String host, boolean external, Secrets secrets) {
    private static final String APP = "entente_app";
    private static final String CONTENT = "entente_content";
    private static final String LOG = "entente_log";
    private static final String ERASER = "entente_eraser";

    static Database of(@Nullable String external, Ports ports, Secrets secrets) {
        if (external == null) {
            String url = "jdbc:mariadb://127.0.0.1:" + ports.database()
                    + "/entente?connectTimeout=5000&socketTimeout=60000&useBulkStmts=true";
            return new Database(url, "entente_owner", secrets.password("entente_owner"), "127.0.0.1", false, secrets);
        }
        return new Database(
                external, given("ENTENTE_DATABASE_USER"), given("ENTENTE_DATABASE_PASSWORD"), "%", true, secrets);
    }

    /** On the operator's server the owner makes the accounts; in our own they are there already. */
    void open() {
        if (!external) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(url, owner, ownerPassword);
                Statement statement = connection.createStatement()) {
            for (String user : List.of(APP, CONTENT, LOG, ERASER)) {
                statement.execute("CREATE USER IF NOT EXISTS " + account(user));
                statement.execute("ALTER USER " + account(user) + " IDENTIFIED BY '" + secrets.password(user) + "'");
            }
        } catch (SQLException e) {
            throw new CannotRun("The database at " + url + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    Schema schema() {
        return new Schema(
                url,
                owner,
                ownerPassword,
                Map.of(
                        "app_user",
                        account(APP),
                        "content_user",
                        account(CONTENT),
                        "log_user",
                        account(LOG),
                        "eraser_user",
                        account(ERASER)));
    }

    /** What the application is told: never the owner. */
    Map<String, String> environment() {
        return Map.of(
                "ENTENTE_DB_URL", url,
                "ENTENTE_DB_USER", APP,
                "ENTENTE_DB_PASSWORD", secrets.password(APP),
                "ENTENTE_CONTENT_USER", CONTENT,
                "ENTENTE_CONTENT_PASSWORD", secrets.password(CONTENT),
                "ENTENTE_ERASER_USER", ERASER,
                "ENTENTE_ERASER_PASSWORD", secrets.password(ERASER));
    }

    /** What the sequencer of the log is told: an account that may move records into it, and nothing else. */
    Map<String, String> logEnvironment() {
        return Map.of("ENTENTE_DB_URL", url, "ENTENTE_LOG_USER", LOG, "ENTENTE_LOG_PASSWORD", secrets.password(LOG));
    }

    private String account(String user) {
        return "'" + user + "'@'" + host + "'";
    }

    private static String given(String name) {
        String value = System.getenv(name);
        if (value == null || value.isEmpty()) {
            throw new CannotRun("--database needs the owner's account in ENTENTE_DATABASE_USER and"
                    + " ENTENTE_DATABASE_PASSWORD; " + name + " is not set.");
        }
        return value;
    }
}
