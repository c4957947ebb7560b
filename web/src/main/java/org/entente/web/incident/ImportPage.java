package org.entente.web.incident;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.entente.gate.Refused;
import org.entente.incident.ImportOrder;
import org.entente.incident.IncidentFile;
import org.entente.incident.IncidentImports;
import org.entente.product.Drafts;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Takes a CSV file in and publishes what an import brought, a few rows a request so that people see it move. */
@Named
@ViewScoped
public class ImportPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int STEP = 25;

    @Inject
    private IncidentImports imports;

    @Inject
    private Drafts drafts;

    @Inject
    private Shell shell;

    private transient @Nullable Part file;
    private @Nullable String marking;
    private @Nullable String mission;
    private String reliability = "F";
    private String credibility = "6";
    private transient @Nullable ImportRun run;

    private @Nullable String id;
    private @Nullable String damage;
    private transient List<String> waiting = List.of();
    private int published;
    private boolean publishing;

    public void load() {
        if (id != null && shell.isOfficer()) {
            waiting = imports.waiting(id);
        }
    }

    public void start() throws IOException {
        Part given = file;
        if (given == null || given.getSize() == 0) {
            throw Refused.malformed("malformed", "file", "SYNTAX", "Choose a CSV file.");
        }
        ImportOrder order = new ImportOrder(
                UUID.randomUUID().toString(),
                Objects.requireNonNullElse(shell.getMe().organisation(), ""),
                Ask.needed("marking", Ask.text(marking)),
                Ask.text(mission),
                reliability,
                credibility);
        imports.begin(order);
        try (Reader csv = new InputStreamReader(given.getInputStream(), StandardCharsets.UTF_8)) {
            ImportRun begun = new ImportRun(order, IncidentFile.read(csv));
            begun.take(imports, 1);
            run = begun;
        }
    }

    public void step() {
        if (run != null) {
            run.take(imports, STEP);
        }
    }

    public void publish() {
        publishing = true;
        int end = Math.min(waiting.size(), published + STEP);
        for (; published < end; published++) {
            drafts.publishAsFiled(waiting.get(published), Ask.text(damage));
        }
    }

    public @Nullable ImportRun getRun() {
        return run;
    }

    public List<String> getWaiting() {
        return waiting;
    }

    public int getPublished() {
        return published;
    }

    public boolean isPublishing() {
        return publishing;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable String getMarking() {
        return marking;
    }

    public void setMarking(@Nullable String marking) {
        this.marking = marking;
    }

    public @Nullable String getMission() {
        return mission;
    }

    public void setMission(@Nullable String mission) {
        this.mission = mission;
    }

    public String getReliability() {
        return reliability;
    }

    public void setReliability(String reliability) {
        this.reliability = reliability;
    }

    public String getCredibility() {
        return credibility;
    }

    public void setCredibility(String credibility) {
        this.credibility = credibility;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getDamage() {
        return damage;
    }

    public void setDamage(@Nullable String damage) {
        this.damage = damage;
    }
}
