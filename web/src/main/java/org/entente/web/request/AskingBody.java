package org.entente.web.request;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.request.Asking;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** A request as it comes over the wire, before anything in it is known to be there. */
public record AskingBody(
        @Nullable List<String> addressees,
        @Nullable String subject,
        @Nullable String question,
        @Nullable String justification,
        @Nullable List<String> topics,
        @Nullable List<String> areas,
        @Nullable String mission,
        @Nullable String deadline,
        @Nullable String marking,
        @Nullable String requirement,
        @Schema(type = SchemaType.BOOLEAN) @Nullable Boolean anonymous) {

    Asking asking() {
        return new Asking(
                words("addressees", Ask.needed("addressees", addressees)),
                Ask.needed("subject", subject),
                Ask.needed("question", question),
                Ask.needed("justification", justification),
                words("topics", topics),
                words("areas", areas),
                Ask.text(mission),
                Ask.needed("deadline", Ask.instant("deadline", deadline)),
                Ask.needed("marking", marking),
                Ask.text(requirement),
                Boolean.TRUE.equals(anonymous));
    }

    /** None where there is nothing; a null among them is no word. */
    static List<String> words(String field, @Nullable List<String> given) {
        List<String> words = given == null ? List.of() : given;
        words.forEach(word -> Ask.needed(field, word));
        return words;
    }
}
