package org.entente.release;

import java.util.List;
import org.entente.gate.Objection;

/**
 * What breaking the glass on a product would take, before anybody breaks it (CAV-12).
 *
 * @param portions ids of those that may go: of what the acting hat reads, all but what identifies a human source
 * @param candidates hats that are live now, of organisations that are not excluded
 * @param hours for how long at most
 * @param reportHours after how many hours the report is due
 * @param objections what holds against everything, so that nothing goes at all
 */
public record Glass(
        String number,
        String originator,
        String marking,
        List<String> portions,
        List<Candidate> candidates,
        int hours,
        int reportHours,
        List<Objection> objections) {
    public Glass {
        portions = List.copyOf(portions);
        candidates = List.copyOf(candidates);
        objections = List.copyOf(objections);
    }
}
