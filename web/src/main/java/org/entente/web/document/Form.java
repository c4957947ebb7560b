package org.entente.web.document;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.entente.gate.Refused;
import org.jspecify.annotations.Nullable;

/** The forms in which a document can be asked for. */
enum Form {
    PDF("pdf", "application/pdf", "pdf"),
    HTML("html", "text/html;charset=UTF-8", "html"),
    LABEL("4774", "application/xml", "xml");

    private final String asked;
    final String mediaType;
    final String ending;

    Form(String asked, String mediaType, String ending) {
        this.asked = asked;
        this.mediaType = mediaType;
        this.ending = ending;
    }

    static Form of(@Nullable String asked) {
        return Arrays.stream(values())
                .filter(f -> f.asked.equals(asked))
                .findFirst()
                .orElseThrow(() -> Refused.malformed(
                        "malformed",
                        "format",
                        "SYNTAX",
                        "'format' is one of "
                                + Arrays.stream(values()).map(f -> f.asked).collect(Collectors.joining(", ")) + "."));
    }
}
