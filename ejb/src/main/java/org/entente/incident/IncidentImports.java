package org.entente.incident;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.product.Intake;
import org.jspecify.annotations.Nullable;

/** Takes incidents in, one transaction a row, and finds what an import brought. */
@Stateless
public class IncidentImports {
    @Inject
    private Gate gate;

    @Inject
    private Intake intake;

    /** Whether this hat may take a file in at all: asked once, before anything of it is read, for a file need not have a good row. */
    @Operation(Action.IMPORT_INCIDENTS)
    public void begin(ImportOrder order) {
        own(order);
        gate.asked(null);
        gate.notes("import " + order.id());
    }

    /** Files and submits one row; answers its number, or null if this organisation has taken that event in before. */
    @Operation(Action.IMPORT_INCIDENTS)
    public @Nullable String add(ImportOrder order, Incident incident) {
        own(order);
        String number = intake.take(Report.of(incident, order), order.id(), IncidentFile.DATA_SET, incident.id());
        if (number == null) {
            gate.asked(null);
            gate.notes("event " + incident.id() + " is there already");
        }
        return number;
    }

    /** Numbers of an import's reports that wait for an officer of this organisation. */
    @Operation(Action.LIST_QUEUE)
    public List<String> waiting(String importId) {
        gate.sight();
        gate.notes("import " + importId);
        return intake.waiting(importId, gate.hat().organisation());
    }

    private void own(ImportOrder order) {
        String own = gate.hat().organisation();
        if (!order.organisation().equals(own)) {
            throw Refused.objected(
                    "organisation", "organisation", "CLS-04", "In this hat you file for " + own + " only.");
        }
    }
}
