package org.entente.web.handover;

import java.util.List;
import org.entente.gate.Refused;

/** Boxes of a table that is drawn by hand: no component of Faces stands in a cell without taking it over. */
final class Ticked {
    private Ticked() {}

    static List<String> boxes() {
        List<String> ticked = org.entente.web.shell.Ticked.boxes("ticked");
        if (ticked.isEmpty()) {
            throw Refused.malformed("malformed", "items", "SYNTAX", "Tick the items that are meant.");
        }
        return ticked;
    }
}
