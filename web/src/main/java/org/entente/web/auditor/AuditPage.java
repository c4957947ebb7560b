package org.entente.web.auditor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.entente.auditor.AuditEvents;
import org.entente.auditor.EventFilter;
import org.entente.auditor.EventPage;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** The record as far as it concerns the auditor; a search is a link. */
@Named
@RequestScoped
public class AuditPage {
    private static final int ROWS = 50;

    @Inject
    private AuditEvents events;

    private @Nullable String product;
    private @Nullable String person;
    private @Nullable String organisation;
    private @Nullable String action;
    private @Nullable String outcome;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String after;
    private @Nullable EventPage page;

    public void load() {
        page = events.list(
                new EventFilter(
                        Ask.text(product),
                        Ask.text(person),
                        Ask.text(organisation),
                        Ask.text(action),
                        Ask.text(outcome),
                        Ask.day("from", from),
                        Ask.dayAfter("to", to)),
                ROWS,
                Ask.text(after));
    }

    public @Nullable EventPage getPage() {
        return page;
    }

    public @Nullable String getProduct() {
        return product;
    }

    public void setProduct(@Nullable String product) {
        this.product = product;
    }

    public @Nullable String getPerson() {
        return person;
    }

    public void setPerson(@Nullable String person) {
        this.person = person;
    }

    public @Nullable String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = organisation;
    }

    public @Nullable String getAction() {
        return action;
    }

    public void setAction(@Nullable String action) {
        this.action = action;
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome;
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

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }
}
