package org.entente.product;

import java.util.List;
import org.entente.gate.Objection;
import org.jspecify.annotations.Nullable;

/**
 * What a sanitised version would be, portion by portion, before it is made.
 *
 * @param banner null where nothing is kept, or where the kept portions do not add up
 * @param warnings partners to whom no arrangement lets it go
 */
public record Proposal(
        String parent,
        String title,
        String marking,
        @Nullable String banner,
        List<Part> parts,
        List<Objection> warnings) {

    /**
     * A portion of the parent.
     *
     * @param portion null where it is withheld from the reader, who then cannot let it out either
     * @param proposed the mark that it would carry; null where it is taken out
     * @param barred whether it can never go out, because it identifies a human source
     */
    public record Part(
            String id,
            @Nullable PortionView portion,
            @Nullable String proposed,
            boolean barred) {}
}
