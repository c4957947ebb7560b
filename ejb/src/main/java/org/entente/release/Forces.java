package org.entente.release;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.entente.gate.ActRows;
import org.entente.world.ActRow;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Security forces of partners, and what an organisation that owes due diligence found out about them. */
@ApplicationScoped
class Forces implements ActRow.Kept {
    private static final ActRow REVIEW = ActRow.of(
            "due-diligence",
            "due_diligence_review",
            "t.id",
            "t.organisation",
            "t.security_force",
            "t.risk",
            "t.mitigation",
            "t.reviewer",
            "t.valid_from",
            "t.valid_to",
            "t.flagged_at");

    @Inject
    private ActRows rows;

    @Override
    public List<ActRow> actRows() {
        return List.of(REVIEW);
    }

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** All of them, each with the newest review by {@code reviewing}. */
    List<ForceView> all(String reviewing) {
        checked(reviewing);
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT f.code, f.organisation, f.name, r.* FROM security_force f LEFT JOIN due_diligence_review r"
                                + " ON r.id = (SELECT MAX(n.id) FROM due_diligence_review n"
                                + " WHERE n.security_force = f.code AND n.organisation = ?) ORDER BY f.code",
                        r -> new ForceView(
                                r.getString("f.code"),
                                r.getString("f.organisation"),
                                r.getString("f.name"),
                                r.getString("risk") == null ? null : Risk.valueOf(r.getString("risk")),
                                r.getString("mitigation"),
                                r.getString("reviewer"),
                                Sql.instant(r, "valid_from"),
                                Sql.instant(r, "valid_to"),
                                Sql.instant(r, "flagged_at"),
                                r.getString("flagged_why")),
                        reviewing));
    }

    void keep(String code, String organisation, String name) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO security_force (code, organisation, name) VALUES (?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE organisation = VALUES(organisation), name = VALUES(name)",
                        code,
                        organisation,
                        name));
    }

    void review(
            String reviewing,
            String force,
            Risk risk,
            @Nullable String mitigation,
            String reviewer,
            Instant from,
            @Nullable Instant to) {
        checked(reviewing);
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO due_diligence_review (organisation, security_force, risk, mitigation, reviewer, valid_from,"
                                + " valid_to) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        reviewing,
                        force,
                        risk.name(),
                        mitigation,
                        reviewer,
                        from,
                        to));
        made(reviewing, force);
    }

    /** Grave violations: no review of this force by this organisation counts any more. */
    void flag(String reviewing, String force, Instant at, String why) {
        checked(reviewing);
        Sql.on(
                database,
                c -> execute(
                        c,
                        "UPDATE due_diligence_review SET flagged_at = ?, flagged_why = ?"
                                + " WHERE organisation = ? AND security_force = ? AND flagged_at IS NULL",
                        at,
                        why,
                        reviewing,
                        force));
        made(reviewing, force);
    }

    private void checked(String reviewing) {
        rows.check(REVIEW, "t.organisation = ?", reviewing);
    }

    private void made(String reviewing, String force) {
        rows.made(REVIEW, "t.organisation = ? AND t.security_force = ?", reviewing, force);
    }

    boolean reviewsAtAll(String organisation) {
        return Sql.on(
                                database,
                                c -> rows(
                                        c,
                                        "SELECT 1 FROM due_diligence_duty WHERE organisation = ?",
                                        r -> r.getInt(1),
                                        organisation))
                        .size()
                > 0;
    }

    void owes(String organisation) {
        Sql.on(
                database,
                c -> execute(c, "INSERT IGNORE INTO due_diligence_duty (organisation) VALUES (?)", organisation));
    }
}
