package org.entente.web.mission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.gate.Refused;
import org.entente.handover.Handovers;
import org.entente.handover.PlanLine;
import org.entente.mission.MissionView;
import org.entente.mission.Missions;
import org.entente.mission.RelationView;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Missions with their ends and benchmarks, and how they stand to each other, as a picture and as a table. */
@Named
@RequestScoped
public class MissionsPage {
    @Inject
    private Missions missions;

    @Inject
    private Handovers handovers;

    @Inject
    private Shell shell;

    private @Nullable String mission;
    private List<MissionView> all = List.of();
    private List<RelationView> relations = List.of();
    private List<PlanLine> plans = List.of();
    private TimeLine line = TimeLine.EMPTY;

    public void load() {
        all = missions.list();
        relations = missions.relations();
        plans = shell.isHandoverReader() ? handovers.lines() : List.of();
        if (mission != null && getOne() == null) {
            throw Refused.notFound();
        }
        line = TimeLine.of(
                mission == null ? all : neighbours(), relations, shell.getMe().now());
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
