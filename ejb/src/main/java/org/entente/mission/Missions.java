package org.entente.mission;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.access.World;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The graph of missions; what it says is public among the partners. Who may do what follows from it, so a change to it is proposed
 * here and agreed in {@link MissionProposals} by those whom it binds (ORG-01).
 */
@Stateless
public class Missions {
    private static final int LONGEST = 1_000;

    @Inject
    private Gate gate;

    @Inject
    private Atlas atlas;

    @Inject
    private ProposalShelf proposals;

    @Inject
    private Event<BenchmarkEntered> entered;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Operation(Action.LIST_MISSIONS)
    public List<MissionView> list() {
        return atlas.missions();
    }

    @Operation(Action.LIST_MISSIONS)
    public List<RelationView> relations() {
        return atlas.relations();
    }

    /** Proposes a mission that one's own organisation would lead, alone or with others; it is one when all of them agreed. */
    @Operation(Action.CHANGE_MISSION)
    public Proposal found(Founding given) {
        Founding mission = new Founding(
                given.code(),
                given.name().strip(),
                given.mandate().strip(),
                given.hostState(),
                given.leads(),
                given.begins(),
                given.ends());
        Objections objections = new Objections();
        MissionRules.founding(mission, facts(), objections);
        if (!mission.leads().contains(gate.hat().organisation())) {
            objections.add("leads", "ORG-01", "A mission is set up by an organisation that leads it.");
        }
        objections.throwIfAny("objections", "This mission cannot be set up.");
        return proposed(Proposal.Kind.FOUND, mission.code(), mission, null);
    }

    /** Proposes the dates on which it ends, each by itself (HND-12). */
    @Operation(Action.CHANGE_MISSION)
    public Proposal end(String code, Ends ends) {
        MissionView mission = led(code);
        Objections objections = new Objections();
        MissionRules.dates(mission.begins(), ends, objections);
        objections.throwIfAny("objections", "A mission does not end like that.");
        return proposed(Proposal.Kind.ENDS, code, change(code, null, List.of(), ends), null);
    }

    /** Proposes one more lead: it is one when it agreed itself, and all those who lead already. */
    @Operation(Action.CHANGE_MISSION)
    public Proposal lead(String code, String organisation) {
        MissionView mission = led(code);
        Objections objections = new Objections();
        MissionRules.lead(organisation, mission.hostState(), facts(), objections);
        if (mission.leads().contains(organisation)) {
            objections.add("leads", "ORG-01", organisation + " leads it already.");
        }
        objections.throwIfAny("objections", "This organisation cannot lead.");
        return proposed(Proposal.Kind.LEAD, code, change(code, null, List.of(organisation), Ends.NONE), null);
    }

    /** Proposes another host State, or none. */
    @Operation(Action.CHANGE_MISSION)
    public Proposal host(String code, @Nullable String hostState) {
        MissionView mission = led(code);
        Objections objections = new Objections();
        MissionRules.host(hostState, mission.leads(), facts(), objections);
        objections.throwIfAny("objections", "This State cannot host the mission.");
        return proposed(Proposal.Kind.HOST, code, change(code, hostState, List.of(), Ends.NONE), null);
    }

    /**
     * One's own organisation leads it no longer; for that it needs nobody else. What was made together stays joint: no label
     * changes, and each of those who made it is asked as before (HND-11).
     */
    @Operation(value = Action.LEAVE_MISSION, secondFactor = true)
    public MissionView leave(String code) {
        MissionView mission = led(code);
        if (mission.leads().size() < 2) {
            throw Refused.wrongState("Who leads a mission alone hands it over, or ends it.", "HND-11");
        }
        run(c -> execute(
                c,
                "UPDATE mission_lead SET left_at = ? WHERE mission = ? AND organisation = ?",
                gate.moment().now(),
                code,
                gate.hat().organisation()));
        gate.notes(gate.hat().organisation() + " leaves " + code);
        return atlas.mission(code);
    }

    @Operation(Action.CHANGE_MISSION)
    public MissionView contribute(String code, MissionView.Dated contributor) {
        led(code);
        named(contributor);
        run(c -> execute(
                c,
                "INSERT INTO mission_contributor VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE valid_from = VALUES(valid_from),"
                        + " valid_to = VALUES(valid_to)",
                code,
                contributor.name().strip(),
                contributor.from(),
                contributor.to()));
        return atlas.mission(code);
    }

    @Operation(Action.CHANGE_MISSION)
    public MissionView phase(String code, MissionView.Dated phase) {
        led(code);
        named(phase);
        run(c -> execute(
                c,
                "INSERT INTO mission_phase (mission, name, valid_from, valid_to) VALUES (?, ?, ?, ?)",
                code,
                phase.name().strip(),
                phase.from(),
                phase.to()));
        return atlas.mission(code);
    }

    /** Enters what a mission is to have reached, and who answers for it. */
    @Operation(Action.CHANGE_MISSION)
    public MissionView benchmark(String code, String text, String source, String owner) {
        led(code);
        Objections objections = new Objections();
        MissionRules.text(text, "text", LONGEST, objections);
        MissionRules.text(source, "source", 200, objections);
        if (!gate.moment().world().knows(owner)) {
            objections.add("owner", "UNKNOWN_CODE", "There is no organisation '" + owner + "'.");
        }
        objections.throwIfAny("objections", "This benchmark cannot be entered.");
        run(c -> execute(
                c,
                "INSERT INTO benchmark (number, mission, text, source, owner, status, changed_at) VALUES (?, ?, ?, ?, ?, 'OPEN', ?)",
                Numbers.draw("BM"),
                code,
                text.strip(),
                source.strip(),
                owner,
                gate.moment().now()));
        entered.fire(new BenchmarkEntered(code));
        return atlas.mission(code);
    }

    /** Its owner says how far it is and which product shows it. */
    @Operation(Action.CHANGE_BENCHMARK)
    public MissionView assess(String number, BenchmarkStatus status, @Nullable String evidence) {
        record Owned(String mission, String owner) {}
        List<Owned> found = Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT mission, owner FROM benchmark WHERE number = ?",
                        r -> new Owned(r.getString(1), r.getString(2)),
                        number));
        if (found.isEmpty()) {
            throw Refused.notFound();
        }
        if (!found.getFirst().owner.equals(gate.hat().organisation())) {
            throw Refused.forbidden(
                    "not-yours", "A benchmark is assessed by the organisation that answers for it.", "HND-17");
        }
        run(c -> execute(
                c,
                "UPDATE benchmark SET status = ?, evidence = ?, changed_at = ? WHERE number = ?",
                status.name(),
                evidence,
                gate.moment().now(),
                number));
        gate.notes(number + " " + status);
        return atlas.mission(found.getFirst().mission);
    }

    /**
     * Proposes how two missions are related; sequential ones get a handover plan, integrated ones joint originators, once a lead
     * of each has agreed.
     */
    @Operation(Action.RELATE_MISSIONS)
    public Proposal relate(RelationView given) {
        MissionView to = atlas.find(given.to());
        MissionView from = atlas.find(given.from());
        if (from == null || to == null) {
            throw Refused.notFound();
        }
        String own = gate.hat().organisation();
        Objections objections = new Objections();
        if (!from.leads().contains(own) && !to.leads().contains(own)) {
            objections.add("from", "ORG-01", "Missions are related by an organisation that leads one of them.");
        }
        MissionRules.relation(given, from, to, objections);
        objections.throwIfAny("objections", "The missions cannot be related like that.");
        return proposed(
                Proposal.Kind.RELATE,
                from.code(),
                null,
                new RelationView(
                        Numbers.draw("REL"),
                        from.code(),
                        to.code(),
                        given.type(),
                        given.validFrom(),
                        given.validTo(),
                        given.overlapFrom(),
                        given.reviewDue(),
                        List.of()));
    }

    /** Proposes other dates for a relation: until when it holds, from when planners look in, when it is looked at again. */
    @Operation(Action.RELATE_MISSIONS)
    public Proposal date(
            String number, @Nullable Instant until, @Nullable Instant overlapFrom, @Nullable Instant reviewDue) {
        RelationView was = related(number);
        RelationView relation = new RelationView(
                number, was.from(), was.to(), was.type(), was.validFrom(), until, overlapFrom, reviewDue, was.agreed());
        Objections objections = new Objections();
        MissionRules.relation(relation, atlas.mission(was.from()), atlas.mission(was.to()), objections);
        objections.throwIfAny("objections", "The relation cannot be dated like that.");
        return proposed(Proposal.Kind.DATE, was.from(), null, relation);
    }

    /**
     * Proposes that missions part that stood side by side or worked as one. What is between missions that follow each other ends
     * with its handover.
     */
    @Operation(Action.RELATE_MISSIONS)
    public Proposal part(String number) {
        RelationView relation = related(number);
        Instant end = relation.validTo();
        if (relation.type() == RelationType.SEQUENTIAL) {
            throw Refused.wrongState("What follows each other is ended by the handover.", "HND-10");
        }
        if (end != null && !end.isAfter(gate.moment().now())) {
            throw Refused.wrongState("This relation has ended.", "HND-10");
        }
        return proposed(Proposal.Kind.PART, relation.from(), null, relation);
    }

    private RelationView related(String number) {
        RelationView relation = atlas.relation(number);
        if (relation == null) {
            throw Refused.notFound();
        }
        String own = gate.hat().organisation();
        if (!atlas.mission(relation.from()).leads().contains(own)
                && !atlas.mission(relation.to()).leads().contains(own)) {
            throw Refused.forbidden(
                    "not-yours", "A relation is changed by an organisation that leads one of its missions.", "ORG-01");
        }
        return relation;
    }

    private Proposal proposed(
            Proposal.Kind kind, String mission, @Nullable Founding founding, @Nullable RelationView relation) {
        String number = Numbers.draw("MPR");
        proposals.put(number, kind, gate.hat(), gate.moment().now(), mission, founding, relation);
        Proposal proposal = Objects.requireNonNull(proposals.find(number));
        gate.notes("proposed " + number + " " + kind + " " + mission);
        proposal.asked().forEach(a -> a.organisations().forEach(gate::concerns));
        return proposal;
    }

    private static Founding change(String code, @Nullable String hostState, List<String> leads, Ends ends) {
        return new Founding(code, "", "", hostState, leads, null, ends);
    }

    private World facts() {
        return gate.moment().world().policy().world();
    }

    private MissionView led(String code) {
        MissionView mission = atlas.find(code);
        if (mission == null) {
            throw Refused.notFound();
        }
        if (!mission.leads().contains(gate.hat().organisation())) {
            throw Refused.forbidden("not-yours", "A mission is changed by the organisations that lead it.", "ORG-01");
        }
        mission.leads().forEach(gate::concerns);
        return mission;
    }

    private static void named(MissionView.Dated given) {
        Objections objections = new Objections();
        MissionRules.text(given.name(), "name", 80, objections);
        MissionRules.before(given.from(), given.to(), "to", objections);
        objections.throwIfAny("objections", "This cannot be entered.");
    }

    private void run(Sql.Work<Integer> work) {
        Sql.on(database, work);
    }
}
