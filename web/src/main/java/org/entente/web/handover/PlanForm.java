package org.entente.web.handover;

import java.io.Serializable;
import org.entente.handover.Handovers;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** A plan that is being drawn up, as it is typed. */
public class PlanForm implements Serializable {
    private static final long serialVersionUID = 1;

    private @Nullable String relation;
    private @Nullable String predecessor;
    private @Nullable String successor;
    private @Nullable String toa;
    private @Nullable String cochairFrom;
    private @Nullable String cochairTo;

    Handovers.Drafting drafting() {
        return new Handovers.Drafting(
                Ask.needed("relation", Ask.text(relation)),
                Ask.needed("predecessor", Ask.text(predecessor)),
                Ask.needed("successor", Ask.text(successor)),
                Ask.needed("toa", Ask.minute("toa", toa)),
                Ask.needed("cochairFrom", Ask.text(cochairFrom)),
                Ask.needed("cochairTo", Ask.text(cochairTo)));
    }

    public @Nullable String getRelation() {
        return relation;
    }

    public void setRelation(@Nullable String relation) {
        this.relation = relation;
    }

    public @Nullable String getPredecessor() {
        return predecessor;
    }

    public void setPredecessor(@Nullable String predecessor) {
        this.predecessor = predecessor;
    }

    public @Nullable String getSuccessor() {
        return successor;
    }

    public void setSuccessor(@Nullable String successor) {
        this.successor = successor;
    }

    public @Nullable String getToa() {
        return toa;
    }

    public void setToa(@Nullable String toa) {
        this.toa = toa;
    }

    public @Nullable String getCochairFrom() {
        return cochairFrom;
    }

    public void setCochairFrom(@Nullable String cochairFrom) {
        this.cochairFrom = cochairFrom;
    }

    public @Nullable String getCochairTo() {
        return cochairTo;
    }

    public void setCochairTo(@Nullable String cochairTo) {
        this.cochairTo = cochairTo;
    }
}
