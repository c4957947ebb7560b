package org.entente.web.auditor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.entente.auditor.Answered;
import org.entente.auditor.Question;
import org.junit.jupiter.api.Test;

/** The answer to a standard question as a file. */
class QuestionFileTest {
    @Test
    void aud07_anExportHasTheCodesOfTheColumnsAndNoFormula() {
        Answered answered = new Answered(
                Question.FRUITLESS_SEARCHES,
                List.of(Arrays.asList(
                        Instant.parse("2013-07-20T12:00:00Z"), "UN", "reis", "=HYPERLINK(\"http://x\")", null, 2)),
                false);
        List<String> lines = QuestionDownload.csv(answered).lines().toList();
        assertEquals("at,organisation,person,query,originator,hidden", lines.getFirst());
        assertEquals("2013-07-20T12:00:00Z,UN,reis,\"'=HYPERLINK(\"\"http://x\"\")\",,2", lines.getLast());
    }
}
