package org.entente.web.request;

import java.util.List;
import java.util.Map;
import org.entente.request.Forwarding;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** The broker's words as they come over the wire. */
public record ForwardingBody(
        @Nullable String subject,
        @Nullable String question,
        @Nullable List<String> topics,
        @Nullable List<String> areas,
        @Nullable String mission,
        @Nullable String deadline,
        @Nullable Map<String, String> markings) {

    Forwarding forwarding() {
        Map<String, String> marks = Ask.needed("markings", markings);
        marks.forEach((organisation, mark) -> Ask.needed("markings." + organisation, mark));
        return new Forwarding(
                Ask.needed("subject", subject),
                Ask.needed("question", question),
                AskingBody.words("topics", topics),
                AskingBody.words("areas", areas),
                Ask.text(mission),
                Ask.instant("deadline", deadline),
                marks);
    }
}
