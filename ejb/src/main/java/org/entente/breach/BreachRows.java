package org.entente.breach;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.identity.Hat;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Where cases lie. Decides nothing. */
@ApplicationScoped
class BreachRows {
    private static final int MOST = 500;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Inject
    private Event<BreachMoved> moved;

    void add(
            String number,
            @Nullable String product,
            Hat hat,
            String what,
            @Nullable String weakness,
            Instant happened,
            Instant now) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO breach_case (number, organisation, product, person, hat, what, weakness, happened_at,"
                                + " reported_at, state, moved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        number,
                        hat.organisation(),
                        product,
                        hat.person(),
                        hat.id(),
                        what,
                        weakness,
                        happened,
                        now,
                        BreachState.REPORTED.name(),
                        now));
        moved.fire(new BreachMoved(number));
    }

    @Nullable
    BreachCase find(String number) {
        return cases("b.number = ?", number).stream().findFirst().orElse(null);
    }

    /** For a change: nobody else moves it until this transaction ends. */
    @Nullable
    BreachCase lock(String number) {
        Sql.on(database, c -> rows(c, "SELECT id FROM breach_case WHERE number = ? FOR UPDATE", r -> 1, number));
        return find(number);
    }

    /** That an organisation's people may have something to do with; newest first. */
    List<BreachCase> concerning(String organisation) {
        return cases(
                "b.organisation = ? OR b.passed_to = ? OR p.originator = ?", organisation, organisation, organisation);
    }

    /** Those that are not closed. */
    List<BreachCase> open() {
        return cases("b.state <> 'CLOSED'");
    }

    /** Numbers of those reported by then of which another originator has not been told. */
    List<String> untold(Instant reportedBy) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT b.number FROM breach_case b JOIN product p ON p.number = b.product"
                                + " WHERE p.originator <> b.organisation AND b.informed_at IS NULL AND b.reported_at <= ?"
                                + " AND NOT EXISTS (SELECT 1 FROM compromise k WHERE k.case_id = b.id) ORDER BY b.id",
                        r -> r.getString(1),
                        reportedBy));
    }

    void passed(BreachCase on, String to, Instant now) {
        Sql.on(
                database,
                c -> execute(c, "UPDATE breach_case SET passed_to = ?, passed_at = ? WHERE id = ?", to, now, on.id()));
        if (to.equals(on.originator())) {
            informed(on, now);
        } else {
            moved.fire(new BreachMoved(on.number()));
        }
    }

    void informed(BreachCase on, Instant now) {
        Sql.on(
                database,
                c -> execute(
                        c, "UPDATE breach_case SET informed_at = COALESCE(informed_at, ?) WHERE id = ?", now, on.id()));
        moved.fire(new BreachMoved(on.number()));
    }

    private List<BreachCase> cases(String where, Object... values) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT b.*, COALESCE(p.originator, b.organisation) originator, v.marking FROM breach_case b"
                                + " LEFT JOIN product p ON p.number = b.product LEFT JOIN product_version v"
                                + " ON v.product_id = p.id AND v.version_no = p.version_no WHERE (" + where
                                + ") ORDER BY b.id DESC LIMIT " + MOST,
                        r -> one(c, r),
                        values));
    }

    private static BreachCase one(Connection c, ResultSet r) throws SQLException {
        long id = r.getLong("id");
        return new BreachCase(
                id,
                r.getString("number"),
                r.getString("organisation"),
                r.getString("product"),
                r.getString("originator"),
                r.getString("marking"),
                r.getString("person"),
                r.getString("what"),
                r.getString("weakness"),
                Objects.requireNonNull(Sql.instant(r, "happened_at")),
                Objects.requireNonNull(Sql.instant(r, "reported_at")),
                BreachState.valueOf(r.getString("state")),
                Objects.requireNonNull(Sql.instant(r, "moved_at")),
                Sql.instant(r, "informed_at"),
                r.getString("passed_to"),
                Sql.instant(r, "passed_at"),
                rows(
                        c,
                        "SELECT step, hat, at, note FROM breach_step WHERE case_id = ? ORDER BY ordinal",
                        s -> new BreachView.Step(
                                BreachStep.valueOf(s.getString("step")),
                                s.getString("hat"),
                                Objects.requireNonNull(Sql.instant(s, "at")),
                                s.getString("note")),
                        id),
                rows(
                        c,
                        "SELECT organisation, at FROM compromise WHERE case_id = ? ORDER BY at, organisation",
                        s -> new BreachView.Declared(
                                s.getString("organisation"), Objects.requireNonNull(Sql.instant(s, "at"))),
                        id));
    }

    void step(BreachCase on, BreachStep step, Hat hat, Instant now, String note, @Nullable String weakness) {
        Sql.on(database, c -> {
            execute(
                    c,
                    "INSERT INTO breach_step (case_id, ordinal, step, person, hat, at, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    on.id(),
                    on.steps().size() + 1,
                    step.name(),
                    hat.person(),
                    hat.id(),
                    now,
                    note);
            return execute(
                    c,
                    "UPDATE breach_case SET state = ?, moved_at = ?, weakness = COALESCE(?, weakness),"
                            + " informed_at = COALESCE(informed_at, ?) WHERE id = ?",
                    step.to().name(),
                    now,
                    weakness,
                    step == BreachStep.INFORM ? now : null,
                    on.id());
        });
        moved.fire(new BreachMoved(on.number()));
    }

    void declared(BreachCase on, Hat hat, Instant now, int suspended) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO compromise (case_id, organisation, hat, at, suspended) VALUES (?, ?, ?, ?, ?)",
                        on.id(),
                        hat.organisation(),
                        hat.id(),
                        now,
                        suspended));
        moved.fire(new BreachMoved(on.number()));
    }
}
