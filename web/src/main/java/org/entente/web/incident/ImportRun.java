package org.entente.web.incident;

import java.util.ArrayList;
import java.util.List;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.incident.ImportOrder;
import org.entente.incident.Incident;
import org.entente.incident.IncidentFile;
import org.entente.incident.IncidentImports;
import org.entente.incident.RowRefused;

/** One file on its way in, row by row, and what has come of it so far. */
public class ImportRun {
    private final ImportOrder order;
    private final List<Incident> incidents;
    private final List<RowRefused> refused;
    private final List<String> added = new ArrayList<>();
    private int next;
    private int present;

    ImportRun(ImportOrder order, IncidentFile file) {
        this.order = order;
        this.incidents = file.incidents();
        this.refused = new ArrayList<>(file.refused());
    }

    /** Takes up to {@code rows} more rows in. */
    void take(IncidentImports imports, int rows) {
        int end = next + Math.min(incidents.size() - next, rows);
        for (; next < end; next++) {
            Incident incident = incidents.get(next);
            try {
                String number = imports.add(order, incident);
                if (number == null) {
                    present++;
                } else {
                    added.add(number);
                }
            } catch (Refused e) {
                rethrowUnlessOfTheRow(e);
                refused.add(new RowRefused(incident.line(), "", e.refusal().detail()));
            }
        }
    }

    /** What is wrong with the order is wrong with every row: say it once, as an error. */
    private void rethrowUnlessOfTheRow(Refused e) {
        if (next == 0 || !(e.refusal() instanceof Refusal.Objected)) {
            throw e;
        }
    }

    public String getId() {
        return order.id();
    }

    public List<String> getAdded() {
        return added;
    }

    public List<RowRefused> getRefused() {
        return refused;
    }

    public int getPresent() {
        return present;
    }

    public int getDone() {
        return next;
    }

    public int getAll() {
        return incidents.size();
    }

    public boolean isOver() {
        return next == incidents.size();
    }
}
