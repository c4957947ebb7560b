package org.entente.web.product;

import java.util.Arrays;
import java.util.List;
import org.entente.product.PortionFiling;
import org.entente.product.PortionView;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** A portion as it is being typed. */
public class PortionForm {
    private @Nullable String marking;
    private @Nullable String text;
    private @Nullable String reliability;
    private @Nullable String credibility;
    private @Nullable String sources;
    private @Nullable String citations;

    static PortionForm of(PortionView portion) {
        PortionForm form = new PortionForm();
        form.marking = portion.marking();
        form.text = portion.text();
        form.reliability = portion.reliability();
        form.credibility = portion.credibility();
        form.sources = String.join("\n", portion.sources());
        form.citations = String.join("\n", portion.citations());
        return form;
    }

    PortionFiling filing(String blank) {
        return new PortionFiling(
                marking == null ? "" : marking,
                text == null || text.isBlank() ? blank : text,
                Ask.text(reliability),
                Ask.text(credibility),
                lines(sources),
                lines(citations));
    }

    boolean marked() {
        return Ask.text(marking) != null;
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\R"))
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .toList();
    }

    public @Nullable String getMarking() {
        return marking;
    }

    public void setMarking(@Nullable String marking) {
        this.marking = marking;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getReliability() {
        return reliability;
    }

    public void setReliability(@Nullable String reliability) {
        this.reliability = reliability;
    }

    public @Nullable String getCredibility() {
        return credibility;
    }

    public void setCredibility(@Nullable String credibility) {
        this.credibility = credibility;
    }

    public @Nullable String getSources() {
        return sources;
    }

    public void setSources(@Nullable String sources) {
        this.sources = sources;
    }

    public @Nullable String getCitations() {
        return citations;
    }

    public void setCitations(@Nullable String citations) {
        this.citations = citations;
    }
}
