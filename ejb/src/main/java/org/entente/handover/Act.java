package org.entente.handover;

/** What both co-chairs sign, in which stage, and where it leads. The one table of a handover's course. */
public enum Act {
    /** The plan: missions, instant, steps, benchmarks. */
    AGREEMENT(Stage.DRAFT, Stage.AGREED, "HND-17"),
    /** The inventory: what is held, with hashes and counts. */
    FREEZE(Stage.AGREED, Stage.INVENTORY_FROZEN, "HND-01"),
    /** The dispositions: what becomes of each item. */
    READINESS(Stage.CONSENTS_OPEN, Stage.READY, "HND-01"),
    /** What was received, and that it is what was sent. */
    RECONCILIATION(Stage.EXECUTING, Stage.RECONCILED, "HND-06"),
    /** The end of it, with its report. */
    CLOSURE(Stage.RECONCILED, Stage.CLOSED, "HND-18");

    private final Stage from;
    private final Stage to;
    private final String ground;

    Act(Stage from, Stage to, String ground) {
        this.from = from;
        this.to = to;
        this.ground = ground;
    }

    public Stage from() {
        return from;
    }

    public Stage to() {
        return to;
    }

    /** The rule that asks for it. */
    public String ground() {
        return ground;
    }
}
