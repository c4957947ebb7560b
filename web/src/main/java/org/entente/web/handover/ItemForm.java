package org.entente.web.handover;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.entente.handover.Disposition;
import org.entente.handover.Inventories;
import org.entente.handover.ItemView;
import org.entente.handover.Outcome;
import org.entente.handover.Outcomes;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.jspecify.annotations.Nullable;

/** What is decided of items, or said of what became of them. */
public class ItemForm implements Serializable {
    private static final long serialVersionUID = 1;

    private @Nullable String disposition;
    private @Nullable String reason;
    private @Nullable String substitute;
    private @Nullable String retention;
    private @Nullable String legalHold;
    private @Nullable String outcome;
    private @Nullable String why;
    private @Nullable String certificate;
    private @Nullable String witnesses;

    Inventories.Decision decision() {
        return new Inventories.Decision(
                Chosen.optional(Disposition.class, disposition, "disposition"),
                Ask.text(reason),
                Ask.text(substitute),
                Ask.text(retention),
                answered(legalHold));
    }

    /** Whether there is anything to decide at all. */
    boolean decides() {
        return !decision().equals(new Inventories.Decision(null, null, null, null, null));
    }

    /** Shows what was decided before, for somebody who wants to change it; what is past changing stays out. */
    void show(ItemView item, boolean open) {
        retention = item.retention();
        if (!open) {
            return;
        }
        disposition = item.disposition() == null ? null : item.disposition().name();
        reason = item.reason();
        substitute = item.substitute();
        legalHold = Boolean.toString(item.legalHold());
    }

    private static @Nullable Boolean answered(@Nullable String word) {
        String given = Ask.text(word);
        return given == null ? null : Boolean.valueOf(given);
    }

    Outcomes.Account account() {
        String named = Ask.text(witnesses);
        return new Outcomes.Account(
                Chosen.word(Outcome.class, outcome, "outcome"),
                Ask.text(why),
                Ask.text(certificate),
                named == null ? List.of() : Arrays.asList(named.split("[\\s,;]+", -1)));
    }

    public @Nullable String getDisposition() {
        return disposition;
    }

    public void setDisposition(@Nullable String disposition) {
        this.disposition = disposition;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getSubstitute() {
        return substitute;
    }

    public void setSubstitute(@Nullable String substitute) {
        this.substitute = substitute;
    }

    public @Nullable String getRetention() {
        return retention;
    }

    public void setRetention(@Nullable String retention) {
        this.retention = retention;
    }

    public @Nullable String getLegalHold() {
        return legalHold;
    }

    public void setLegalHold(@Nullable String legalHold) {
        this.legalHold = legalHold;
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome;
    }

    public @Nullable String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why;
    }

    public @Nullable String getCertificate() {
        return certificate;
    }

    public void setCertificate(@Nullable String certificate) {
        this.certificate = certificate;
    }

    public @Nullable String getWitnesses() {
        return witnesses;
    }

    public void setWitnesses(@Nullable String witnesses) {
        this.witnesses = witnesses;
    }
}
