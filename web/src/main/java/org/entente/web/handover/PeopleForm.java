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
    private String[] roles = {};
    private @Nullable String post;
    private @Nullable String clearance;
    private @Nullable String planner;
    private @Nullable String products;
    private @Nullable String hat;
    private @Nullable String purpose;
    private @Nullable String to;
    private @Nullable String reference;
    private @Nullable String decision;
    private @Nullable String note;

    HandoverPersons.Rehatting rehatting() {
        return new HandoverPersons.Rehatting(
                Ask.needed("oldHat", Ask.text(oldHat)),
                Ask.text(newHat),
                Ask.text(newHat) == null ? List.of() : List.of(roles),
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

    public String[] getRoles() {
        return roles.clone();
    }

    public void setRoles(String[] roles) {
        this.roles = roles.clone();
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

    List<String> looksInto() {
        String named = Ask.text(products);
        return named == null ? List.of() : Arrays.asList(named.split("[\\s,;]+", -1));
    }

    public @Nullable String getPlanner() {
        return planner;
    }

    public void setPlanner(@Nullable String planner) {
        this.planner = planner;
    }

    public @Nullable String getProducts() {
        return products;
    }

    public void setProducts(@Nullable String products) {
        this.products = products;
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

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
