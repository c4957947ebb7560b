package org.entente.handover;

import java.util.List;

/**
 * What the instant of the transfer will bring, as things stand.
 *
 * @param minutes until then; less than nothing once it is over
 * @param goes how many items go, and how
 * @param stays how many do not
 * @param ends hats of both sides whose assignment to the old mission ends
 * @param endsElsewhere how many hats of others end with them
 * @param begins who gets which hat
 * @param remains who may still read what, of that what both sides have approved
 */
public record Prospect(
        long minutes,
        List<PlanView.Count> goes,
        int stays,
        List<String> ends,
        int endsElsewhere,
        List<PersonView> begins,
        List<ResidualView> remains) {
    public Prospect {
        goes = List.copyOf(goes);
        ends = List.copyOf(ends);
        begins = List.copyOf(begins);
        remains = List.copyOf(remains);
    }
}
