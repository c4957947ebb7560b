package org.entente.web.release;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.entente.release.ArrangementOffer;
import org.entente.release.WrittenAgreement;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** An arrangement as it is typed: what is offered, and the paper on which it was agreed where it was. */
public class ArrangementForm implements Serializable {
    private static final long serialVersionUID = 1;

    private @Nullable String receiver;
    private @Nullable String mission;
    private @Nullable String cap;
    private @Nullable String approver;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String basis;
    private @Nullable String conditions;
    private @Nullable String reference;
    private @Nullable String date;
    private @Nullable String scan;
    private ArrayList<String> without = new ArrayList<>();

    ArrangementOffer offer() {
        return new ArrangementOffer(
                receiver == null ? "" : receiver,
                Ask.text(mission),
                cap == null ? "" : cap,
                without,
                Ask.text(approver),
                Ask.day("from", from),
                Ask.day("to", to),
                basis == null ? "" : basis,
                Ask.text(conditions));
    }

    WrittenAgreement written() {
        return new WrittenAgreement(
                reference == null ? "" : reference,
                Ask.needed("written.date", Ask.date("written.date", date)),
                Ask.text(scan));
    }

    public List<String> getWithout() {
        return without;
    }

    public void setWithout(@Nullable List<String> without) {
        this.without = without == null ? new ArrayList<>() : new ArrayList<>(without);
    }

    public @Nullable String getReceiver() {
        return receiver;
    }

    public void setReceiver(@Nullable String receiver) {
        this.receiver = receiver;
    }

    public @Nullable String getMission() {
        return mission;
    }

    public void setMission(@Nullable String mission) {
        this.mission = mission;
    }

    public @Nullable String getCap() {
        return cap;
    }

    public void setCap(@Nullable String cap) {
        this.cap = cap;
    }

    public @Nullable String getApprover() {
        return approver;
    }

    public void setApprover(@Nullable String approver) {
        this.approver = approver;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public @Nullable String getBasis() {
        return basis;
    }

    public void setBasis(@Nullable String basis) {
        this.basis = basis;
    }

    public @Nullable String getConditions() {
        return conditions;
    }

    public void setConditions(@Nullable String conditions) {
        this.conditions = conditions;
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String reference) {
        this.reference = reference;
    }

    public @Nullable String getDate() {
        return date;
    }

    public void setDate(@Nullable String date) {
        this.date = date;
    }

    public @Nullable String getScan() {
        return scan;
    }

    public void setScan(@Nullable String scan) {
        this.scan = scan;
    }
}
