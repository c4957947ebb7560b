package org.entente.web.handover;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.entente.handover.HandoverPersons;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** What is typed about people and open work. */
public class PeopleForm implements Serializable {
    private static final long serialVersionUID = 1;

    private @Nullable String oldHat;
    private @Nullable String newHat;
    private @Nullable String roles;
    private @Nullable String post;
    private @Nullable String clearance;
    private @Nullable String hat;
    private @Nullable String purpose;
    private @Nullable String to;
    private @Nullable String reference;
    private @Nullable String decision;
    private @Nullable String receiver;
    private @Nullable String note;

    HandoverPersons.Rehatting rehatting() {
        String named = Ask.text(roles);
        return new HandoverPersons.Rehatting(
                Ask.needed("oldHat", Ask.text(oldHat)),
                Ask.text(newHat),
                named == null ? List.of() : Arrays.asList(named.split("[\\s,;]+", -1)),
                Ask.text(post),
                Ask.text(clearance));
    }

    public @Nullable String getOldHat() {
        return oldHat;
    }

    public void setOldHat(@Nullable String oldHat) {
        this.oldHat = oldHat;
    }

    public @Nullable String getNewHat() {
        return newHat;
    }

    public void setNewHat(@Nullable String newHat) {
        this.newHat = newHat;
    }

    public @Nullable String getRoles() {
        return roles;
    }

    public void setRoles(@Nullable String roles) {
        this.roles = roles;
    }

    public @Nullable String getPost() {
        return post;
    }

    public void setPost(@Nullable String post) {
        this.post = post;
    }

    public @Nullable String getClearance() {
        return clearance;
    }

    public void setClearance(@Nullable String clearance) {
        this.clearance = clearance;
    }

    public @Nullable String getHat() {
        return hat;
    }

    public void setHat(@Nullable String hat) {
        this.hat = hat;
    }

    public @Nullable String getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable String purpose) {
        this.purpose = purpose;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String reference) {
        this.reference = reference;
    }

    public @Nullable String getDecision() {
        return decision;
    }

    public void setDecision(@Nullable String decision) {
        this.decision = decision;
    }

    public @Nullable String getReceiver() {
        return receiver;
    }

    public void setReceiver(@Nullable String receiver) {
        this.receiver = receiver;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
