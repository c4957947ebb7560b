package org.entente.web.handover;

import jakarta.faces.context.FacesContext;
import java.util.Arrays;
import java.util.List;
import org.entente.gate.Refused;

/** Boxes of a table that is drawn by hand: no component of Faces stands in a cell without taking it over. */
final class Ticked {
    private Ticked() {}

    static List<String> boxes() {
        String[] ticked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get("ticked");
        if (ticked == null) {
            throw Refused.malformed("malformed", "items", "SYNTAX", "Tick the items that are meant.");
        }
        return Arrays.asList(ticked);
    }
}
