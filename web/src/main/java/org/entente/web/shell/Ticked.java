package org.entente.web.shell;

import jakarta.faces.context.FacesContext;
import java.util.Arrays;
import java.util.List;

/** Boxes that a page draws by hand, where no component of Faces can stand. */
public final class Ticked {
    private Ticked() {}

    /** The values of those that were ticked under this name; none if none was. */
    public static List<String> boxes(String name) {
        String[] ticked = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get(name);
        return ticked == null ? List.of() : Arrays.asList(ticked);
    }
}
