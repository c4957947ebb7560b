package org.entente.web.release;

import java.util.List;
import org.entente.release.ConsentAnswer;
import org.entente.release.Saying;
import org.entente.release.Verdict;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** What is said at a step, as it comes over the wire; the last three are for consents alone. */
public record StepBody(
        @Nullable String decision,
        @Nullable String reason,
        @Nullable List<String> alternative,
        @Nullable String reference,
        @Nullable String lapses) {

    Saying saying() {
        return new Saying(verdict(), Ask.text(reason));
    }

    /** Where only doing is possible: an approval, or nothing said. */
    String reasonOnly() {
        return reason == null ? "" : reason;
    }

    ConsentAnswer answer() {
        return new ConsentAnswer(
                verdict() == Verdict.APPROVE,
                Ask.text(reason),
                alternative == null ? List.of() : alternative,
                Ask.text(reference),
                Ask.instant("lapses", lapses));
    }

    private Verdict verdict() {
        String word = Ask.needed("decision", decision);
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(word)) {
                return verdict;
            }
        }
        throw org.entente.gate.Refused.malformed(
                "malformed", "decision", "SYNTAX", "'decision' is one of " + List.of(Verdict.values()) + ".");
    }
}
