package org.entente.mission;

import static org.entente.world.Sql.execute;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.entente.access.World;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.gate.Refused;
import org.entente.world.Sql;
import org.entente.world.WorldChange;
import org.entente.world.WorldChanges;

/** Makes true what everybody whom it binds has agreed to, in the transaction of the last agreement. */
@ApplicationScoped
class Agreements {
    @Inject
    private Gate gate;

    @Inject
    private WorldChanges world;

    @Inject
    private Atlas atlas;

    @Inject
    private Event<ParallelEnded> parted;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    void carryOut(Proposal proposal) {
        Objections objections = new Objections();
        World facts = gate.moment().world().policy().world();
        switch (proposal.kind()) {
            case FOUND -> found(proposal, facts, objections);
            case LEAD -> lead(proposal, facts, objections);
            case HOST -> host(proposal, facts, objections);
            case ENDS -> end(proposal, objections);
            case RELATE -> relate(proposal, objections);
            case DATE -> date(proposal);
            case PART -> part(proposal);
        }
    }

    private void found(Proposal proposal, World facts, Objections objections) {
        Founding mission = Objects.requireNonNull(proposal.founding());
        MissionRules.founding(mission, facts, objections);
        objections.throwIfAny("objections", "This mission cannot be set up.");
        Ends ends = mission.ends();
        world.apply(new WorldChange.MissionFounded(
                mission.code(),
                mission.hostState(),
                mission.name(),
                mission.mandate(),
                mission.begins(),
                Arrays.asList(ends.legal(), ends.operational(), ends.realignment(), ends.liquidation())));
        proposal.asked().forEach(asked -> leads(proposal, asked));
    }

    private void lead(Proposal proposal, World facts, Objections objections) {
        MissionView mission = atlas.mission(proposal.mission());
        String lead = Objects.requireNonNull(proposal.founding()).leads().getFirst();
        MissionRules.lead(lead, mission.hostState(), facts, objections);
        objections.throwIfAny("objections", "This organisation cannot lead.");
        proposal.asked().stream().filter(a -> a.place().equals(lead)).forEach(asked -> leads(proposal, asked));
    }

    private void leads(Proposal proposal, Proposal.Asked asked) {
        run(c -> execute(
                c,
                "INSERT INTO mission_lead (mission, organisation, agreed_at, agreed_by) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE left_at = NULL, agreed_at = VALUES(agreed_at), agreed_by = VALUES(agreed_by)",
                proposal.mission(),
                asked.place(),
                asked.at(),
                asked.hat()));
    }

    private void host(Proposal proposal, World facts, Objections objections) {
        MissionView mission = atlas.mission(proposal.mission());
        String host = Objects.requireNonNull(proposal.founding()).hostState();
        MissionRules.host(host, mission.leads(), facts, objections);
        objections.throwIfAny("objections", "This State cannot host the mission.");
        world.apply(new WorldChange.HostNamed(proposal.mission(), host));
    }

    private void end(Proposal proposal, Objections objections) {
        Ends ends = Objects.requireNonNull(proposal.founding()).ends();
        MissionRules.dates(atlas.mission(proposal.mission()).begins(), ends, objections);
        objections.throwIfAny("objections", "A mission does not end like that.");
        run(c -> execute(
                c,
                "UPDATE mission SET legal_end = ?, operational_end = ?, realignment_end = ?, liquidation_end = ?"
                        + " WHERE code = ?",
                ends.legal(),
                ends.operational(),
                ends.realignment(),
                ends.liquidation(),
                proposal.mission()));
    }

    private void relate(Proposal proposal, Objections objections) {
        RelationView given = Objects.requireNonNull(proposal.relation());
        MissionRules.relation(given, atlas.mission(given.from()), atlas.mission(given.to()), objections);
        objections.throwIfAny("objections", "The missions cannot be related like that.");
        run(c -> execute(
                c,
                "INSERT INTO mission_edge (number, from_mission, to_mission, type, valid_from, valid_to, overlap_from,"
                        + " review_due) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                given.number(),
                given.from(),
                given.to(),
                given.type().name(),
                given.validFrom(),
                given.validTo(),
                given.overlapFrom(),
                given.reviewDue()));
        for (Proposal.Asked asked : proposal.asked()) {
            run(c -> execute(
                    c,
                    "INSERT IGNORE INTO mission_edge_agreement (edge, organisation, hat, agreed_at) VALUES (?, ?, ?, ?)",
                    given.number(),
                    asked.agreed(),
                    asked.hat(),
                    asked.at()));
        }
        atlas.made(given.number());
    }

    private void date(Proposal proposal) {
        RelationView given = Objects.requireNonNull(proposal.relation());
        ended(Objects.requireNonNull(atlas.relation(given.number())));
        run(c -> execute(
                c,
                "UPDATE mission_edge SET valid_to = ?, overlap_from = ?, review_due = ? WHERE number = ?",
                given.validTo(),
                given.overlapFrom(),
                given.reviewDue(),
                given.number()));
        atlas.made(given.number());
    }

    private void part(Proposal proposal) {
        RelationView relation = Objects.requireNonNull(
                atlas.relation(Objects.requireNonNull(proposal.relation()).number()));
        ended(relation);
        run(c -> execute(
                c,
                "UPDATE mission_edge SET valid_to = ? WHERE number = ?",
                gate.moment().now(),
                relation.number()));
        atlas.made(relation.number());
        if (relation.type() == RelationType.PARALLEL) {
            Set<String> bound = new HashSet<>(relation.agreed());
            parted.fire(new ParallelEnded(
                    relation.number(), atlas.mission(relation.from()), atlas.mission(relation.to()), bound));
        }
    }

    private void ended(RelationView relation) {
        Instant end = relation.validTo();
        if (end != null && !end.isAfter(gate.moment().now())) {
            throw Refused.wrongState("This relation has ended.", "HND-10");
        }
    }

    private void run(Sql.Work<Integer> work) {
        Sql.on(database, work);
    }
}
