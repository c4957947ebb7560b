package org.entente.world;

import static org.entente.world.Sql.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.entente.identity.Role;
import org.entente.world.WorldChange.ArrangementMoved;
import org.entente.world.WorldChange.ArrangementProposed;
import org.entente.world.WorldChange.Assigned;
import org.entente.world.WorldChange.AssignmentEnded;
import org.entente.world.WorldChange.Briefed;
import org.entente.world.WorldChange.ClearanceWithdrawn;
import org.entente.world.WorldChange.Cleared;
import org.entente.world.WorldChange.ConductSigned;
import org.entente.world.WorldChange.ConsentGiven;
import org.entente.world.WorldChange.ForceBarred;
import org.entente.world.WorldChange.ForceCleared;
import org.entente.world.WorldChange.HatBegun;
import org.entente.world.WorldChange.HatConfirmed;
import org.entente.world.WorldChange.HatSuspended;
import org.entente.world.WorldChange.HostNamed;
import org.entente.world.WorldChange.MissionEnded;
import org.entente.world.WorldChange.MissionFounded;
import org.entente.world.WorldChange.PersonEntered;
import org.entente.world.WorldChange.SuspensionLifted;
import org.jspecify.annotations.Nullable;

/** Writes named changes into the tables of the world: the one place that does, beside the loading of a file. */
final class WorldWriter {
    private WorldWriter() {}

    static void write(Connection c, WorldChange change) throws SQLException {
        switch (change) {
            case HatBegun hat -> begin(c, hat);
            case Assigned a -> span(c, a.hat(), "ASSIGNMENT", a.mission(), a.from(), a.to());
            case AssignmentEnded e ->
                execute(
                        c,
                        "INSERT INTO assignment_end (hat, mission, ended_at, residual_to, plan) VALUES (?, ?, ?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE ended_at = LEAST(ended_at, VALUES(ended_at)),"
                                + " residual_to = COALESCE(residual_to, VALUES(residual_to))",
                        e.hat(),
                        e.mission(),
                        e.at(),
                        e.residualTo(),
                        e.plan());
            case HatConfirmed confirmed ->
                execute(
                        c,
                        "UPDATE hat SET provisional_until = ? WHERE id = ? AND NOT from_file",
                        confirmed.at(),
                        confirmed.hat());
            case Cleared cleared -> {
                uncleared(c, cleared.hat(), cleared.from());
                span(c, cleared.hat(), "CLEARANCE", cleared.level(), cleared.from(), cleared.to());
            }
            case ClearanceWithdrawn withdrawn -> {
                kept(c, withdrawn.hat(), "CLEARANCE");
                uncleared(c, withdrawn.hat(), withdrawn.at());
            }
            case Briefed briefed -> span(c, briefed.hat(), "BRIEFING", briefed.scheme(), briefed.from(), briefed.to());
            case ConductSigned conduct -> span(c, conduct.hat(), "CONDUCT", conduct.organisation(), conduct.at(), null);
            case HatSuspended s ->
                execute(
                        c,
                        "INSERT INTO hat_suspension (hat, suspended_at, by_hat, reason) VALUES (?, ?, ?, ?)",
                        s.hat(),
                        s.at(),
                        s.by(),
                        s.reason());
            case SuspensionLifted lifted ->
                execute(
                        c,
                        "UPDATE hat_suspension SET lifted_at = ?, lifted_by = ? WHERE hat = ? AND lifted_at IS NULL",
                        lifted.at(),
                        lifted.by(),
                        lifted.hat());
            case PersonEntered person ->
                execute(
                        c,
                        "INSERT INTO person (code, subject, name, language, mail) VALUES (?, ?, ?, ?, ?)",
                        person.person(),
                        person.subject(),
                        person.name(),
                        person.language(),
                        person.mail());
            case MissionEnded mission ->
                execute(
                        c,
                        "UPDATE mission SET legal_end = COALESCE(legal_end, ?) WHERE code = ?",
                        mission.at(),
                        mission.mission());
            case MissionFounded m ->
                execute(
                        c,
                        "INSERT INTO mission (code, host_state, name, mandate, begins, legal_end, operational_end,"
                                + " realignment_end, liquidation_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        m.mission(),
                        m.host(),
                        m.name(),
                        m.mandate(),
                        m.begins(),
                        m.ends().get(0),
                        m.ends().get(1),
                        m.ends().get(2),
                        m.ends().get(3));
            case HostNamed h -> execute(c, "UPDATE mission SET host_state = ? WHERE code = ?", h.host(), h.mission());
            case ArrangementProposed a ->
                execute(
                        c,
                        "INSERT INTO arrangement (giver, receiver, mission, cap, without_controls, approver, valid_from,"
                                + " valid_to, from_file, number, status, basis, conditions, written_reference, written_on,"
                                + " scan, proposed_by, proposer)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?)",
                        a.giver(),
                        a.receiver(),
                        a.mission(),
                        a.cap(),
                        String.join("/", a.without()),
                        a.approver(),
                        a.from(),
                        a.to(),
                        a.number(),
                        a.basis(),
                        a.conditions(),
                        a.reference(),
                        a.writtenOn(),
                        a.scan(),
                        a.by(),
                        a.person());
            case ArrangementMoved a ->
                execute(
                        c,
                        "UPDATE arrangement SET status = ?, from_file = FALSE, changed_why = ?,"
                                + " agreed_by = COALESCE(agreed_by, ?) WHERE number = ?",
                        a.state(),
                        a.why(),
                        a.agreedBy(),
                        a.number());
            case ForceBarred b ->
                execute(
                        c,
                        "INSERT INTO bar (giver, receiver, security_force, valid_from) SELECT ?, ?, ?, ? WHERE NOT EXISTS"
                                + " (SELECT 1 FROM bar b WHERE b.giver = ? AND b.security_force = ? AND b.valid_to IS NULL)",
                        b.organisation(),
                        b.receiver(),
                        b.force(),
                        b.at(),
                        b.organisation(),
                        b.force());
            case ForceCleared f ->
                execute(
                        c,
                        "UPDATE bar SET valid_to = GREATEST(?, valid_from) WHERE giver = ? AND security_force = ?"
                                + " AND valid_to IS NULL",
                        f.at(),
                        f.organisation(),
                        f.force());
            case ConsentGiven consent ->
                execute(
                        c,
                        "INSERT INTO consent (giver, receiver, product, valid_from, valid_to, from_file)"
                                + " VALUES (?, ?, ?, ?, ?, FALSE)",
                        consent.giver(),
                        consent.receiver(),
                        consent.product(),
                        consent.from(),
                        consent.to());
        }
    }

    /** A hat has one clearance at a time: what was held before ends where the next one begins. */
    private static void uncleared(Connection c, String hat, Instant at) throws SQLException {
        execute(
                c,
                "UPDATE hat_span SET valid_to = GREATEST(COALESCE(valid_from, '1000-01-01'), ?) WHERE hat = ?"
                        + " AND kind = 'CLEARANCE' AND (valid_to IS NULL OR valid_to > ?)",
                at,
                hat,
                at);
    }

    private static void span(Connection c, String hat, String kind, String subject, Instant from, @Nullable Instant to)
            throws SQLException {
        kept(c, hat, kind);
        execute(
                c,
                "INSERT INTO hat_span (hat, kind, subject, valid_from, valid_to, from_file) VALUES (?, ?, ?, ?, ?, FALSE)",
                hat,
                kind,
                subject,
                from,
                to);
    }

    /** What is decided here of a hat's assignments, clearances or briefings outlives what a file says of them. */
    private static void kept(Connection c, String hat, String kind) throws SQLException {
        execute(c, "UPDATE hat_span SET from_file = FALSE WHERE hat = ? AND kind = ?", hat, kind);
    }

    private static void begin(Connection c, HatBegun hat) throws SQLException {
        execute(
                c,
                "INSERT INTO hat (id, person, organisation, provisional_until, from_file) VALUES (?, ?, ?, "
                        + (hat.provisional() ? "'9999-12-31'" : "NULL") + ", FALSE)",
                hat.hat(),
                hat.person(),
                hat.organisation());
        for (Role role : hat.roles()) {
            execute(c, "INSERT INTO hat_word VALUES (?, 'ROLE', ?)", hat.hat(), role.name());
        }
        for (String post : hat.posts()) {
            execute(c, "INSERT IGNORE INTO post (code, from_file) VALUES (?, FALSE)", post);
            execute(c, "INSERT INTO hat_word VALUES (?, 'POST', ?)", hat.hat(), post);
        }
        span(c, hat.hat(), "ASSIGNMENT", hat.mission(), hat.from(), hat.to());
    }
}
