package org.entente.web.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table as a file: RFC 4180, and nothing in it that a spreadsheet would run. */
class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "\uFF1D1", "=HYPERLINK(\"http://x\")"})
    void aCellThatCouldBeAFormulaBeginsWithAnApostrophe(String formula) {
        String cell = Csv.cell(formula);
        assertTrue(cell.startsWith("'") || cell.startsWith("\"'"), cell);
    }

    @Test
    void commasQuotesAndLineBreaksAreQuotedAsTheRfcSays() {
        assertEquals("\"a,b\"", Csv.cell("a,b"));
        assertEquals("\"say \"\"no\"\"\"", Csv.cell("say \"no\""));
        assertEquals("\"two\r\nlines\"", Csv.cell("two\r\nlines"));
        assertEquals("UN CONFIDENTIAL//REL TO UN", Csv.cell("UN CONFIDENTIAL//REL TO UN"));
        assertEquals("", Csv.cell(null));
    }

    @Test
    void aLineEndsAsTheRfcSaysAndKeepsItsEmptyCells() {
        assertEquals("1,,x\r\n", Csv.line(Arrays.asList(1, null, "x")));
    }
}
