package org.entente.access;

import java.time.Instant;
import java.util.List;

/** To whom a product was handed, and for how long; of one that goes out by release only, nobody else abroad has it. */
public record Releases(List<Release> all) {
    public static final Releases NONE = new Releases(List.of());

    public Releases {
        all = List.copyOf(all);
    }

    /** Whether the organisation holds it at that instant. */
    public boolean reach(String organisation, Instant at) {
        for (Release release : all) {
            if (release.receiver().equals(organisation) && release.during().contains(at)) {
                return true;
            }
        }
        return false;
    }
}
