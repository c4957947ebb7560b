package org.entente.web.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.entente.registry.Direction;
import org.entente.registry.RegisterEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The register as a file: RFC 4180, and nothing in it that a spreadsheet would run. */
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

    @Test
    void aud09_theFileHasTheColumnsOfTheBookAndOneLineForEachEntry() {
        RegisterEntry entry = new RegisterEntry(
                "UN-OUT-2013-0001",
                "UN",
                Direction.OUT,
                Instant.parse("2013-07-20T12:00:00Z"),
                "UN-1",
                3,
                "UN CONFIDENTIAL",
                "AU",
                "RO-UN",
                "REL-1",
                null,
                null,
                Instant.parse("2013-07-21T12:00:00Z"),
                "=cmd, before two witnesses");
        List<String> lines = RegisterDownload.file(List.of(entry)).lines().toList();
        assertEquals(2, lines.size());
        assertEquals(
                "entry,direction,date,reference,copy,classification,counterpart,officer,release,receipt-returned,"
                        + "receipt-by,returned-or-destroyed,certificate",
                lines.getFirst());
        assertEquals(
                "UN-OUT-2013-0001,OUT,2013-07-20T12:00:00Z,UN-1,3,UN CONFIDENTIAL,AU,RO-UN,REL-1,,,"
                        + "2013-07-21T12:00:00Z,\"'=cmd, before two witnesses\"",
                lines.getLast());
    }
}
