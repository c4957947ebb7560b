package org.entente.exercise;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.mission.MissionFile;
import org.entente.product.Backlog;
import org.entente.release.Earlier;
import org.entente.release.ReleaseFile;
import org.entente.request.Roster;
import org.entente.world.Unreachable;
import org.entente.world.WorldLoader;

/** Loads files through the door, under the platform's own name; what is loaded already is left alone. */
@Stateless
public class Loading {
    @Inject
    private Gate gate;

    @Inject
    private WorldLoader worldLoader;

    @Inject
    private Backlog backlog;

    @Inject
    private Earlier earlier;

    @Inject
    private ReleaseFile releaseFile;

    @Inject
    private MissionFile missionFile;

    @Inject
    private Roster roster;

    @Inject
    @ConfigProperty(name = "entente.world")
    private String folder;

    @Operation(Action.LOAD_WORLD)
    public void world() {
        try {
            Long version = worldLoader.load();
            Path release = Path.of(folder, "release.json");
            if (Files.exists(release)) {
                releaseFile.load(release);
            }
            Path missions = Path.of(folder, "missions.json");
            if (Files.exists(missions)) {
                missionFile.load(missions);
            }
            gate.notes(version == null ? "unchanged" : "world version " + version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }

    @Operation(Action.LOAD_EXERCISE)
    public void exercise() {
        Path products = Path.of(folder, "products.json");
        Path experts = Path.of(folder, "experts.json");
        try {
            int added = 0;
            for (Backlog.Entry entry :
                    Files.exists(products) ? ExerciseFile.read(products) : List.<Backlog.Entry>of()) {
                added += backlog.keep(entry) ? 1 : 0;
                earlier.keep(entry.number(), entry.officer(), entry.published());
            }
            int rosters = 0;
            for (RosterFile.Kept kept : Files.exists(experts) ? RosterFile.read(experts) : List.<RosterFile.Kept>of()) {
                rosters += roster.keep(kept.organisation(), kept.experts()) ? 1 : 0;
            }
            gate.notes(added + " products and " + rosters + " rosters added");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
