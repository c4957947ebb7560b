package org.entente.release;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.entente.identity.Role;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** The production plan: whose signature lets a product of which type go, organisation by organisation (PKI-01). */
@ApplicationScoped
class Plan {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /**
     * Who signs.
     *
     * @param ceiling code of the highest level that the role signs by itself; null without limit
     */
    record Authority(Role role, @Nullable String ceiling) {}

    /** What the plan does not name is for the release authority. */
    Authority authority(String organisation, String type) {
        List<Authority> planned = Sql.on(
                database,
                c -> Sql.rows(
                        c,
                        "SELECT role, ceiling FROM production_plan WHERE organisation = ? AND type = ?",
                        r -> new Authority(Role.valueOf(r.getString(1)), r.getString(2)),
                        organisation,
                        type));
        return planned.isEmpty() ? new Authority(Role.RELEASE_AUTHORITY, null) : planned.getFirst();
    }

    void keep(String organisation, String type, Authority authority) {
        Sql.on(
                database,
                c -> Sql.execute(
                        c,
                        "INSERT INTO production_plan (organisation, type, role, ceiling) VALUES (?, ?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE role = VALUES(role), ceiling = VALUES(ceiling)",
                        organisation,
                        type,
                        authority.role().name(),
                        authority.ceiling()));
    }
}
