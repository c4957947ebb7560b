package org.entente.access;

import java.time.Instant;
import java.util.List;

/** To whom a product was handed, and for how long; of one that goes out by release only, nobody else abroad has it. */
public record Releases(List<Release> all) {
    public static final Releases NONE = new Releases(List.of());

    public Releases {
        all = List.copyOf(all);
    }

    /** Those to one organisation: all that a decision on its people rests on, and nothing of who else has it. */
    public Releases to(String organisation) {
        return new Releases(all.stream()
                .filter(release -> release.receiver().equals(organisation))
                .toList());
    }

    /** Whether this hat of the organisation holds it at that instant. */
    public boolean reach(String organisation, String hat, Instant at) {
        for (Release release : all) {
            if (release.reaches(organisation, hat, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the organisation as a whole holds it at that instant, and not just some of its hats. */
    public boolean reach(String organisation, Instant at) {
        return all.stream()
                .anyMatch(release -> release.receiver().equals(organisation)
                        && release.hats().isEmpty()
                        && release.during().contains(at));
    }
}
