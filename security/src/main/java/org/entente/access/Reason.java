package org.entente.access;

import static org.entente.access.Outcome.HEADER;
import static org.entente.access.Outcome.HIDDEN;
import static org.entente.access.Outcome.NO_HAT;

import java.util.ArrayList;
import java.util.List;

/** Why a reader does not get the whole product; declared alphabetically, which is the order of every answer. */
public enum Reason {
    ASSUMED_EQUIVALENCE(HIDDEN),
    BARRED(HIDDEN),
    BRIEFING(HEADER),
    CLEARANCE(HEADER),
    EMBARGOED(HIDDEN),
    EXCLUDED(HIDDEN),
    EXPIRED(HIDDEN),
    HAT_NOT_LIVE(NO_HAT),
    NOT_DISSEMINATED(HIDDEN),
    NOT_NAMED(HIDDEN),
    NOT_ON_MISSION(HIDDEN),
    NOT_PUBLISHED(HIDDEN),
    NOT_RELEASABLE(HIDDEN),
    NO_ARRANGEMENT(HIDDEN),
    NO_EQUIVALENCE(HIDDEN),
    OTHER_UNIT(HIDDEN),
    PROVISIONAL(HEADER),
    RESIDUAL_SCOPE(HIDDEN),
    SOURCE(HIDDEN),
    THIRD_PARTY(HIDDEN),
    UNPARSED(HIDDEN);

    private static final Reason[] ALL = values();

    private final Outcome bars;
    private final int bit;

    @SuppressWarnings("EnumOrdinal") // a bit for each reason, never stored
    Reason(Outcome bars) {
        this.bars = bars;
        this.bit = 1 << ordinal();
    }

    /** The best outcome that this reason leaves. */
    public Outcome bars() {
        return bars;
    }

    /** This reason as a set of one where it applies, else the empty set; sets of reasons are united with {@code |}. */
    int when(boolean applies) {
        return applies ? bit : 0;
    }

    static List<Reason> list(int reasons) {
        List<Reason> list = new ArrayList<>(Integer.bitCount(reasons));
        for (Reason reason : ALL) {
            if ((reasons & reason.bit) != 0) {
                list.add(reason);
            }
        }
        return List.copyOf(list);
    }

    /** The set of all reasons that leave no more than {@code outcome}. */
    static int barring(Outcome outcome) {
        int reasons = 0;
        for (Reason reason : ALL) {
            reasons |= reason.when(reason.bars == outcome);
        }
        return reasons;
    }
}
