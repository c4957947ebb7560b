package org.entente.handover;

import java.time.Instant;

/** A plan as a line of a list: what can be said of it without going through its inventory. */
public record PlanLine(
        String number,
        String relation,
        String from,
        String to,
        String predecessor,
        String successor,
        Instant toa,
        Stage stage,
        boolean suspended,
        int items,
        int unassigned,
        int addendum) {}
