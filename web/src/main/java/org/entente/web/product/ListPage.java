package org.entente.web.product;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.entente.product.Filter;
import org.entente.product.Page;
import org.entente.product.Products;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.jspecify.annotations.Nullable;

/** The list of products: a search is a link. */
@Named
@RequestScoped
public class ListPage {
    private static final int ROWS = 25;

    @Inject
    private Products products;

    private @Nullable String query;
    private @Nullable String mission;
    private @Nullable String type;
    private @Nullable String originator;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String visibleFrom;
    private @Nullable String visibleTo;
    private @Nullable String order;
    private @Nullable String after;
    private @Nullable Page page;

    public void load() {
        Filter.Order by = Chosen.optional(Filter.Order.class, order, "order");
        page = products.list(
                new Filter(
                        Ask.text(query),
                        Ask.text(mission),
                        Ask.text(type),
                        Ask.text(originator),
                        Ask.day("from", from),
                        Ask.dayAfter("to", to),
                        Ask.day("visibleFrom", visibleFrom),
                        Ask.dayAfter("visibleTo", visibleTo),
                        by == null ? Filter.Order.PUBLISHED : by),
                ROWS,
                Ask.text(after));
    }

    public @Nullable Page getPage() {
        return page;
    }

    /** Whether anything is asked for beyond the newest. */
    public boolean isNarrowed() {
        return Ask.text(query) != null
                || Ask.text(mission) != null
                || Ask.text(type) != null
                || Ask.text(originator) != null
                || Ask.text(from) != null
                || Ask.text(to) != null
                || Ask.text(visibleFrom) != null
                || Ask.text(visibleTo) != null
                || Ask.text(order) != null;
    }

    public @Nullable String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = query;
    }

    public @Nullable String getMission() {
        return mission;
    }

    public void setMission(@Nullable String mission) {
        this.mission = mission;
    }

    public @Nullable String getType() {
        return type;
    }

    public void setType(@Nullable String type) {
        this.type = type;
    }

    public @Nullable String getOriginator() {
        return originator;
    }

    public void setOriginator(@Nullable String originator) {
        this.originator = originator;
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

    /** Where the following page begins; a list by appearance could always go on, and does once a page is full. */
    public @Nullable String getNext() {
        Page shown = page;
        return shown == null || ("VISIBLE".equals(order) && shown.items().size() < ROWS) ? null : shown.next();
    }

    public @Nullable String getVisibleFrom() {
        return visibleFrom;
    }

    public void setVisibleFrom(@Nullable String visibleFrom) {
        this.visibleFrom = visibleFrom;
    }

    public @Nullable String getVisibleTo() {
        return visibleTo;
    }

    public void setVisibleTo(@Nullable String visibleTo) {
        this.visibleTo = visibleTo;
    }

    public @Nullable String getOrder() {
        return order;
    }

    public void setOrder(@Nullable String order) {
        this.order = order;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }
}
