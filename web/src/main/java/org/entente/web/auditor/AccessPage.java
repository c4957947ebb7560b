package org.entente.web.auditor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.auditor.AccessDay;
import org.entente.auditor.AccessTimes;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Access over time as bars, and the same numbers as a table. */
@Named
@RequestScoped
public class AccessPage {
    /** Of the picture, in its own units. */
    public static final int WIDTH = 720;

    public static final int HEIGHT = 160;
    private static final double GAP = 0.2;

    @Inject
    private AccessTimes times;

    private @Nullable String product;
    private @Nullable String person;
    private @Nullable String from;
    private @Nullable String to;
    private List<AccessDay> days = List.of();

    /** A day's bar: what was opened below, what was denied on top of it. */
    public record Bar(
            AccessDay day,
            String x,
            String width,
            String openedY,
            String openedHeight,
            String deniedY,
            String deniedHeight) {}

    public void load() {
        days = times.days(Ask.text(product), Ask.text(person), Ask.day("from", from), Ask.dayAfter("to", to));
    }

    public List<AccessDay> getDays() {
        return days;
    }

    /** Days on which something happened. */
    public List<AccessDay> getBusy() {
        return days.stream().filter(d -> d.opened() + d.denied() > 0).toList();
    }

    public List<Bar> getBars() {
        double step = (double) WIDTH / Math.max(1, days.size());
        double unit = (double) HEIGHT / Math.max(1, getMost());
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            AccessDay day = days.get(i);
            if (day.opened() + day.denied() > 0) {
                double opened = day.opened() * unit;
                double denied = day.denied() * unit;
                bars.add(new Bar(
                        day,
                        at(i * step),
                        at(step * (1 - GAP)),
                        at(HEIGHT - opened),
                        at(opened),
                        at(HEIGHT - opened - denied),
                        at(denied)));
            }
        }
        return bars;
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    public long getMost() {
        return days.stream().mapToLong(d -> d.opened() + d.denied()).max().orElse(0);
    }

    public long getOpened() {
        return days.stream().mapToLong(AccessDay::opened).sum();
    }

    public long getDenied() {
        return days.stream().mapToLong(AccessDay::denied).sum();
    }

    public int getWidth() {
        return WIDTH;
    }

    public int getHeight() {
        return HEIGHT;
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
}
