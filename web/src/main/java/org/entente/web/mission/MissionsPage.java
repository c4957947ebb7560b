package org.entente.web.mission;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.gate.Objection;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.handover.Handovers;
import org.entente.handover.PlanLine;
import org.entente.mission.MissionProposals;
import org.entente.mission.MissionView;
import org.entente.mission.Missions;
import org.entente.mission.Proposal;
import org.entente.mission.RelationView;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Missions with their ends and benchmarks, and how they stand to each other, as a picture and as a table. */
@Named
@ViewScoped
public class MissionsPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Missions missions;

    @Inject
    private MissionProposals proposals;

    @Inject
    private Handovers handovers;

    @Inject
    private Shell shell;

    private @Nullable String mission;
    private transient List<MissionView> all = List.of();
    private transient List<RelationView> relations = List.of();
    private transient List<PlanLine> plans = List.of();
    private transient TimeLine line = TimeLine.EMPTY;
    private transient List<Proposal> proposed = List.of();
    private transient List<String> agreeable = List.of();
    private transient Objected objected = Objected.NOTHING;
    private final Map<String, String> reasons = new HashMap<>();

    public void load() {
        all = missions.list();
        relations = missions.relations();
        // what is settled is in the record and over REST; the page stays as light as what waits
        proposed = proposals.list().stream().filter(Proposal::open).toList();
        agreeable = proposals.agreeable();
        plans = shell.isHandoverReader() ? handovers.lines() : List.of();
        if (mission != null && getOne() == null) {
            throw Refused.notFound();
        }
        line = TimeLine.of(
                mission == null ? all : neighbours(), relations, shell.getMe().now());
    }

    public @Nullable String agree(String number) {
        return done("done.missionAgreed", () -> proposals.agree(number));
    }

    public @Nullable String refuse(String number) {
        return done("done.missionRefused", () -> proposals.refuse(number, reasons.getOrDefault(number, "")));
    }

    public @Nullable String withdraw(String number) {
        return done("done.missionWithdrawn", () -> proposals.withdraw(number, reasons.getOrDefault(number, "")));
    }

    private @Nullable String done(String notice, Runnable step) {
        try {
            step.run();
            shell.say(notice);
            return "missions?faces-redirect=true";
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.SecondFactorRequired) {
                shell.proveYourself("/missions.xhtml", null);
                return null;
            }
            objected = Objected.of(refused);
            load();
            return null;
        }
    }

    /** They go on standing side by side until it is looked at again: proposed, and agreed like any change. */
    public @Nullable String keep(RelationView relation) {
        return done(
                "done.missionProposed",
                () -> missions.date(
                        relation.number(),
                        relation.validTo(),
                        relation.overlapFrom(),
                        Ask.needed("reviewDue", Ask.day("reviewDue", reasons.get(relation.number())))));
    }

    public @Nullable String part(RelationView relation) {
        return done("done.missionProposed", () -> missions.part(relation.number()));
    }

    /** Relations that this hat's organisation is to look at again. */
    public List<RelationView> getReviews() {
        String own = shell.getMe().organisation();
        return own == null || !shell.may("RELATE_MISSIONS")
                ? List.of()
                : relations.stream()
                        .filter(r -> r.reviewedBy(own, shell.getMe().now()))
                        .toList();
    }

    /** What is proposed, by this hat's organisation or to it. */
    public List<Proposal> getProposed() {
        return proposed;
    }

    public boolean agreeable(Proposal proposal) {
        return agreeable.contains(proposal.number());
    }

    public boolean withdrawable(Proposal proposal) {
        return proposal.open()
                && shell.may("WITHDRAW_MISSION")
                && proposal.by().equals(shell.getMe().organisation());
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public Map<String, String> getReasons() {
        return reasons;
    }

    public List<MissionView> getAll() {
        return all;
    }

    public List<RelationView> getRelations() {
        return relations;
    }

    private List<MissionView> neighbours() {
        Set<String> near = relations.stream()
                .filter(r -> r.from().equals(mission) || r.to().equals(mission))
                .flatMap(r -> Stream.of(r.from(), r.to()))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(m -> m.code().equals(mission) || near.contains(m.code()))
                .toList();
    }

    /** The mission that is looked at alone, if any. */
    public @Nullable MissionView getOne() {
        return all.stream().filter(m -> m.code().equals(mission)).findFirst().orElse(null);
    }

    public @Nullable String getMission() {
        return mission;
    }

    public void setMission(@Nullable String mission) {
        this.mission = Ask.text(mission);
    }

    /** Plans that this hat may know of, for a relation. */
    public List<PlanLine> plans(String relation) {
        return plans.stream().filter(p -> p.relation().equals(relation)).toList();
    }

    public TimeLine getLine() {
        return line;
    }
}
