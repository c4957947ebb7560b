package org.entente.access;

/** Why a reader does not get the whole product; declared alphabetically, which is the order of every answer. */
public enum Reason {
    ASSUMED_EQUIVALENCE(Outcome.HIDDEN),
    BRIEFING(Outcome.HEADER),
    CLEARANCE(Outcome.HEADER),
    EMBARGOED(Outcome.HIDDEN),
    EXCLUDED(Outcome.HIDDEN),
    EXPIRED(Outcome.HIDDEN),
    HAT_NOT_LIVE(Outcome.NO_HAT),
    NOT_NAMED(Outcome.HIDDEN),
    NOT_ON_MISSION(Outcome.HIDDEN),
    NOT_PUBLISHED(Outcome.HIDDEN),
    NOT_RELEASABLE(Outcome.HIDDEN),
    NO_ARRANGEMENT(Outcome.HIDDEN),
    NO_EQUIVALENCE(Outcome.HIDDEN),
    PROVISIONAL(Outcome.HEADER),
    RESIDUAL_SCOPE(Outcome.HIDDEN),
    SOURCE(Outcome.HIDDEN),
    THIRD_PARTY(Outcome.HIDDEN),
    UNPARSED(Outcome.HIDDEN);

    private final Outcome bars;

    Reason(Outcome bars) {
        this.bars = bars;
    }

    /** The best outcome that this reason leaves. */
    public Outcome bars() {
        return bars;
    }
}
