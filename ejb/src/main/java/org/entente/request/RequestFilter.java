package org.entente.request;

import org.jspecify.annotations.Nullable;

/**
 * Which requests; empty parts restrict nothing.
 *
 * @param forMe only those that were routed to the acting hat
 */
public record RequestFilter(@Nullable Party party, @Nullable RequestState state, boolean forMe) {
    boolean admits(RequestLine line) {
        return (party == null || party == line.party())
                && (state == null || state == line.state())
                && (!forMe || line.forMe());
    }

    @Override
    public String toString() {
        return (party == null ? "any role" : party.name())
                + (state == null ? "" : " " + state)
                + (forMe ? " as expert" : "");
    }
}
