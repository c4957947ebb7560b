package org.entente.web.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.entente.registry.Direction;
import org.entente.registry.RegisterEntry;
import org.junit.jupiter.api.Test;

/** The register as a file. */
class RegisterFileTest {
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
