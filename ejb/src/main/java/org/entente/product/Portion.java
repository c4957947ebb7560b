package org.entente.product;

import jakarta.persistence.Embeddable;
import java.util.List;
import org.entente.content.ContentRoot;
import org.jspecify.annotations.Nullable;

/** A marked paragraph without its words. Its id is its place in the document, from 1. */
@Embeddable
class Portion {
    private static final String BETWEEN = "\n";

    private String marking = "";
    private @Nullable String reliability;
    private @Nullable String credibility;
    private String sources = "";
    private String citations = "";

    protected Portion() {}

    Portion(String marking, PortionFiling filed) {
        this.marking = marking;
        this.reliability = filed.reliability();
        this.credibility = filed.credibility();
        this.sources = String.join(BETWEEN, filed.sources());
        this.citations = String.join(
                BETWEEN,
                filed.citations().stream().map(c -> c.replace(BETWEEN, " ")).toList());
    }

    String marking() {
        return marking;
    }

    PortionView with(String id, String text, List<String> visibleSources) {
        return new PortionView(id, marking, text, reliability, credibility, visibleSources, lines(citations));
    }

    /** What is committed to of it, with its words. */
    ContentRoot.Part part(int ordinal, String text) {
        return new ContentRoot.Part(
                ordinal, marking, graded() ? reliability + credibility : "", text, lines(citations));
    }

    boolean graded() {
        return reliability != null && credibility != null;
    }

    List<String> citations() {
        return lines(citations);
    }

    List<String> sources() {
        return lines(sources);
    }

    static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(BETWEEN));
    }
}
