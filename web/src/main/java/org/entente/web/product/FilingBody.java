package org.entente.web.product;

import java.util.ArrayList;
import java.util.List;
import org.entente.product.Filing;
import org.entente.product.PortionFiling;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** A filing as it comes over the wire, before anything in it is known to be there. */
public record FilingBody(
        @Nullable String type,
        @Nullable String title,
        @Nullable String titleMarking,
        @Nullable String mission,
        @Nullable List<PortionBody> portions,
        @Nullable String marking,
        @Nullable String compilationReason,
        @Nullable String likelihood,
        @Nullable String confidence,
        @Nullable String method) {

    /** A portion of it. */
    public record PortionBody(
            @Nullable String marking,
            @Nullable String text,
            @Nullable String reliability,
            @Nullable String credibility,
            @Nullable List<String> sources,
            @Nullable List<String> citations) {

        PortionFiling filing(String field) {
            return new PortionFiling(
                    Ask.needed(field + ".marking", marking),
                    Ask.needed(field + ".text", text),
                    Ask.text(reliability),
                    Ask.text(credibility),
                    complete(field + ".sources", sources),
                    complete(field + ".citations", citations));
        }

        private static List<String> complete(String field, @Nullable List<String> words) {
            List<String> given = words == null ? List.of() : words;
            given.forEach(word -> Ask.needed(field, word));
            return given;
        }
    }

    Filing filing() {
        List<PortionFiling> filed = new ArrayList<>();
        List<PortionBody> given = Ask.needed("portions", portions);
        for (int i = 0; i < given.size(); i++) {
            filed.add(Ask.needed("portions[" + i + "]", given.get(i)).filing("portions[" + i + "]"));
        }
        return new Filing(
                Ask.needed("type", type),
                Ask.needed("title", title),
                titleMarking,
                mission,
                filed,
                marking,
                compilationReason,
                likelihood,
                confidence,
                method);
    }
}
