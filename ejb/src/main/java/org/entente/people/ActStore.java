package org.entente.people;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.gate.ActRows;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.world.ActRow;
import org.entente.world.Sql;
import org.entente.world.WorldChange;
import org.jspecify.annotations.Nullable;

/** Acts where they lie. Decides nothing. */
@ApplicationScoped
class ActStore implements ActRow.Kept {
    private static final ActRow ACT = ActRow.of(
            "people-act",
            "people_act",
            "t.number",
            "t.kind",
            "t.organisation",
            "t.hat",
            "t.bearer",
            "t.change_text",
            "t.plan",
            "t.proposer_org",
            "t.proposer_hat",
            "t.proposer",
            "t.proposed_at",
            "t.state",
            ActRow.all(
                    "people_confirmation",
                    "o.act = t.id",
                    "role",
                    "o.role",
                    "o.hat",
                    "o.person",
                    "HEX(o.digest)",
                    "o.at"));

    @Inject
    private ActRows rows;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Override
    public List<ActRow> actRows() {
        return List.of(ACT);
    }

    void add(PeopleAct act) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO people_act (number, kind, organisation, hat, bearer, change_text, reason, plan, proposer_org,"
                                + " proposer_hat, proposer, proposed_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        act.number(),
                        act.kind().name(),
                        act.organisation(),
                        act.hat(),
                        act.bearer(),
                        act.change().text(),
                        act.reason(),
                        act.plan(),
                        act.proposerOrg(),
                        act.proposerHat(),
                        act.proposer(),
                        act.proposedAt(),
                        act.state().name()));
        made(act);
    }

    void confirm(PeopleAct act, Role role, Hat by, Instant at) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO people_confirmation (act, role, hat, person, digest, at) VALUES (?, ?, ?, ?, ?, ?)",
                        act.id(),
                        role.name(),
                        by.id(),
                        by.person(),
                        act.digest(),
                        at));
        made(act);
    }

    void end(PeopleAct act, ActState state, @Nullable String why, Instant at) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "UPDATE people_act SET state = ?, ended_at = ?, ended_why = ? WHERE id = ?",
                        state.name(),
                        at,
                        why,
                        act.id()));
        made(act);
    }

    private void made(PeopleAct act) {
        rows.made(ACT, "t.number = ?", act.number());
    }

    @Nullable
    PeopleAct find(String number) {
        return first("number = ?", number);
    }

    /** Held until the transaction ends, so that two do not decide at once, and as the last act left it. */
    @Nullable
    PeopleAct lock(String number) {
        Sql.on(
                database,
                c -> rows(c, "SELECT id FROM people_act WHERE number = ? FOR UPDATE", r -> r.getLong(1), number));
        rows.check(ACT, "t.number = ?", number);
        return find(number);
    }

    List<PeopleAct> open(String organisation) {
        return acts("organisation = ? AND state = 'PROPOSED' ORDER BY id", organisation);
    }

    List<PeopleAct> of(String plan) {
        List<PeopleAct> acts = acts("plan = ? ORDER BY id FOR UPDATE", plan);
        rows.check(ACT, "t.plan = ?", plan);
        return acts;
    }

    /** A hat of that name that is proposed already, by anybody. */
    boolean proposed(String hat) {
        return !acts("hat = ? AND state = 'PROPOSED' AND kind IN ('APPOINTMENT', 'REHATTING') LIMIT 1", hat)
                .isEmpty();
    }

    boolean entered(String organisation, String person) {
        return !acts(
                        "organisation = ? AND bearer = ? AND kind = 'PERSON' AND state = 'CONFIRMED' LIMIT 1",
                        organisation,
                        person)
                .isEmpty();
    }

    /** Acts of an organisation, or that it proposed for another, newest first, older than this one. */
    List<PeopleAct> page(String organisation, @Nullable ActState state, long before, int most) {
        return acts(
                "(organisation = ? OR proposer_org = ?) AND state = COALESCE(?, state) AND id < ? ORDER BY id DESC LIMIT "
                        + most,
                organisation,
                organisation,
                state == null ? null : state.name(),
                before);
    }

    long count(String organisation, @Nullable ActState state) {
        return Sql.on(
                database,
                c -> rows(
                                c,
                                "SELECT COUNT(*) FROM people_act WHERE (organisation = ? OR proposer_org = ?) AND state = COALESCE(?, state)",
                                r -> r.getLong(1),
                                organisation,
                                organisation,
                                state == null ? null : state.name())
                        .getFirst());
    }

    private @Nullable PeopleAct first(String where, @Nullable Object... values) {
        return acts(where, values).stream().findFirst().orElse(null);
    }

    private List<PeopleAct> acts(String where, @Nullable Object... values) {
        return Sql.on(database, c -> {
            List<PeopleAct> all = new ArrayList<>();
            for (PeopleAct bare : rows(c, "SELECT * FROM people_act WHERE " + where, ActStore::read, values)) {
                all.add(whole(c, bare));
            }
            return all;
        });
    }

    private static PeopleAct whole(Connection c, PeopleAct bare) throws SQLException {
        List<PeopleAct.Confirmation> confirmations = rows(
                c,
                "SELECT role, hat, person, at FROM people_confirmation WHERE act = ? ORDER BY at",
                r -> new PeopleAct.Confirmation(
                        Role.valueOf(r.getString("role")),
                        r.getString("hat"),
                        r.getString("person"),
                        Objects.requireNonNull(instant(r, "at"))),
                bare.id());
        return new PeopleAct(
                bare.id(),
                bare.number(),
                bare.kind(),
                bare.organisation(),
                bare.hat(),
                bare.bearer(),
                bare.change(),
                bare.reason(),
                bare.plan(),
                bare.proposerOrg(),
                bare.proposerHat(),
                bare.proposer(),
                bare.proposedAt(),
                bare.state(),
                bare.endedAt(),
                bare.endedWhy(),
                confirmations);
    }

    private static WorldChange.Right right(String text) {
        if (WorldChange.read(text) instanceof WorldChange.Right right) {
            return right;
        }
        throw new IllegalStateException("no act gives this: " + text);
    }

    private static PeopleAct read(java.sql.ResultSet r) throws SQLException {
        return new PeopleAct(
                r.getLong("id"),
                r.getString("number"),
                ActKind.valueOf(r.getString("kind")),
                r.getString("organisation"),
                r.getString("hat"),
                r.getString("bearer"),
                right(r.getString("change_text")),
                r.getString("reason"),
                r.getString("plan"),
                r.getString("proposer_org"),
                r.getString("proposer_hat"),
                r.getString("proposer"),
                Objects.requireNonNull(instant(r, "proposed_at")),
                ActState.valueOf(r.getString("state")),
                instant(r, "ended_at"),
                r.getString("ended_why"),
                List.of());
    }
}
