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
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.world.Sql;
import org.entente.world.WorldChanges;
import org.jspecify.annotations.Nullable;

/** The graph of missions; what it says is public among the partners, and changed by those who lead the mission. */
@Stateless
public class Missions {
    private static final int LONGEST = 1_000;

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

    /** A mission as it is set up. */
    public record Founding(
            String code,
            String name,
            String mandate,
            @Nullable String hostState,
            List<String> leads,
            @Nullable Instant begins,
            Ends ends) {
        public Founding {
            leads = List.copyOf(leads);
        }
    }

    @Operation(Action.LIST_MISSIONS)
    public List<MissionView> list() {
        return atlas.missions();
    }

    @Operation(Action.LIST_MISSIONS)
    public List<RelationView> relations() {
        return atlas.relations();
    }

    /** Sets up a mission that one's own organisation leads, or leads with others. */
    @Operation(Action.CHANGE_MISSION)
    public MissionView found(Founding mission) {
        Hat hat = gate.hat();
        Objections objections = new Objections();
        var words = gate.moment().world().policy().world().vocabulary();
        if (!mission.code().matches("[A-Z][A-Z0-9-]{1,19}")) {
            objections.add("code", "HND-12", "A mission's code has 2 to 20 capitals, digits and dashes.");
        } else if (words.mission(mission.code()) != null) {
            objections.add("code", "HND-12", "There is a mission " + mission.code() + " already.");
        }
        text(mission.name(), "name", 200, objections);
        text(mission.mandate(), "mandate", 400, objections);
        mission.leads().stream()
                .filter(lead -> words.organisation(lead) == null)
                .forEach(lead -> objections.add("leads", "UNKNOWN_CODE", "There is no organisation '" + lead + "'."));
        if (!mission.leads().contains(hat.organisation())) {
            objections.add("leads", "ORG-01", "A mission is set up by an organisation that leads it.");
        }
        if (mission.hostState() != null && words.organisation(mission.hostState()) == null) {
            objections.add("hostState", "UNKNOWN_CODE", "There is no State '" + mission.hostState() + "' here.");
        }
        dates(mission.begins(), mission.ends(), objections);
        objections.throwIfAny("objections", "This mission cannot be set up.");
        world.apply(
                "INSERT INTO mission (code, host_state, name, mandate, begins, legal_end, operational_end,"
                        + " realignment_end, liquidation_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                mission.code(),
                mission.hostState(),
                mission.name().strip(),
                mission.mandate().strip(),
                mission.begins(),
                mission.ends().legal(),
                mission.ends().operational(),
                mission.ends().realignment(),
                mission.ends().liquidation());
        Sql.on(database, c -> {
            for (String lead : mission.leads()) {
                execute(c, "INSERT INTO mission_lead (mission, organisation) VALUES (?, ?)", mission.code(), lead);
            }
            return 0;
        });
        gate.notes("founded " + mission.code());
        mission.leads().forEach(gate::concerns);
        return atlas.mission(mission.code());
    }

    /** The dates on which it ends, each by itself (HND-12). */
    @Operation(Action.CHANGE_MISSION)
    public MissionView end(String code, Ends ends) {
        MissionView mission = led(code);
        Objections objections = new Objections();
        dates(mission.begins(), ends, objections);
        objections.throwIfAny("objections", "A mission does not end like that.");
        run(c -> execute(
                c,
                "UPDATE mission SET legal_end = ?, operational_end = ?, realignment_end = ?, liquidation_end = ?"
                        + " WHERE code = ?",
                ends.legal(),
                ends.operational(),
                ends.realignment(),
                ends.liquidation(),
                code));
        gate.notes("ends of " + code + " " + ends);
        return atlas.mission(code);
    }

    /**
     * One's own organisation leads it no longer. What was made together stays joint: no label changes, and each of those who
     * made it is asked as before (HND-11).
     */
    @Operation(Action.CHANGE_MISSION)
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
        text(text, "text", LONGEST, objections);
        text(source, "source", 200, objections);
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

    /** Relates two missions; sequential ones get a handover plan, integrated ones joint originators. */
    @Operation(Action.RELATE_MISSIONS)
    public RelationView relate(RelationView given) {
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
        if (from.code().equals(to.code()) && given.type() != RelationType.INTEGRATED) {
            objections.add("to", "HND-14", "A mission does not follow itself.");
        }
        if (given.type() == RelationType.INTEGRATED && to.leads().size() < 2) {
            objections.add("type", "HND-11", "An integrated mission is led by two organisations or more.");
        }
        before(given.validFrom(), given.validTo(), "validTo", objections);
        if (given.type() != RelationType.SEQUENTIAL && given.overlapFrom() != null) {
            objections.add("overlapFrom", "HND-09", "Only a successor's planners look in before the transfer.");
        }
        objections.throwIfAny("objections", "The missions cannot be related like that.");
        String number = Numbers.draw("REL");
        run(c -> execute(
                c,
                "INSERT INTO mission_edge (number, from_mission, to_mission, type, valid_from, valid_to, overlap_from,"
                        + " review_due) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                from.code(),
                to.code(),
                given.type().name(),
                given.validFrom(),
                given.validTo(),
                given.overlapFrom(),
                given.reviewDue()));
        gate.notes(number + " " + from.code() + " " + given.type() + " " + to.code());
        from.leads().forEach(gate::concerns);
        to.leads().forEach(gate::concerns);
        return Objects.requireNonNull(atlas.relation(number));
    }

    /**
     * Missions part that stood side by side or worked as one. What is between missions that follow each other ends with its
     * handover.
     */
    @Operation(Action.RELATE_MISSIONS)
    public RelationView part(String number) {
        RelationView relation = atlas.relation(number);
        if (relation == null) {
            throw Refused.notFound();
        }
        MissionView from = atlas.mission(relation.from());
        MissionView to = atlas.mission(relation.to());
        String own = gate.hat().organisation();
        if (!from.leads().contains(own) && !to.leads().contains(own)) {
            throw Refused.forbidden(
                    "not-yours", "A relation is ended by an organisation that leads one of its missions.", "ORG-01");
        }
        Instant now = gate.moment().now();
        Instant end = relation.validTo();
        if (relation.type() == RelationType.SEQUENTIAL) {
            throw Refused.wrongState("What follows each other is ended by the handover.", "HND-10");
        }
        if (end != null && !end.isAfter(now)) {
            return relation;
        }
        run(c -> execute(c, "UPDATE mission_edge SET valid_to = ? WHERE number = ?", now, number));
        gate.notes("parted " + number + " " + from.code() + " " + to.code());
        from.leads().forEach(gate::concerns);
        to.leads().forEach(gate::concerns);
        if (relation.type() == RelationType.PARALLEL) {
            parted.fire(new ParallelEnded(number, from, to));
        }
        return Objects.requireNonNull(atlas.relation(number));
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
        text(given.name(), "name", 80, objections);
        before(given.from(), given.to(), "to", objections);
        objections.throwIfAny("objections", "This cannot be entered.");
    }

    private static void text(String text, String field, int longest, Objections objections) {
        if (text.isBlank() || text.length() > longest) {
            objections.add(field, "HND-12", "'" + field + "' has 1 to " + longest + " characters.");
        }
    }

    private static void dates(@Nullable Instant begins, Ends ends, Objections objections) {
        for (Instant end :
                java.util.Arrays.asList(ends.legal(), ends.operational(), ends.realignment(), ends.liquidation())) {
            before(begins, end, "ends", objections);
        }
        before(ends.legal(), ends.liquidation(), "ends.liquidation", objections);
    }

    private static void before(@Nullable Instant from, @Nullable Instant to, String field, Objections objections) {
        if (from != null && to != null && to.isBefore(from)) {
            objections.add(field, "HND-12", "It ends before it begins.");
        }
    }

    private void run(Sql.Work<Integer> work) {
        Sql.on(database, work);
    }
}
