package org.entente.handover;

import java.util.List;

/** What a handover usually goes through, with days relative to the transfer of authority; every plan begins as this. */
final class Template {
    record Step(int days, String text) {}

    static final List<Step> STEPS = List.of(
            new Step(-60, "Plan drawn up, co-chairs named, benchmarks entered"),
            new Step(-45, "Holdings listed by the predecessor's registry, gaps noted"),
            new Step(-30, "Consent asked of givers and originators"),
            new Step(-21, "Successor's planners look into a named subset"),
            new Step(-14, "Dispositions decided"),
            new Step(-7, "Inventory frozen: hashes and counts signed"),
            new Step(-3, "Addendum of what came late"),
            new Step(-1, "Open work settled"),
            new Step(0, "Transfer of authority"),
            new Step(3, "Successor's registry reconciles"),
            new Step(14, "Briefings done, provisional hats confirmed"),
            new Step(120, "Four-month deadline of re-hatted officers"),
            new Step(123, "Residual access ends"),
            new Step(150, "Report, lessons, retention codes, closure"));

    private Template() {}
}
