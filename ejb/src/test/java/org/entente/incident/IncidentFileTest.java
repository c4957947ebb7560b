package org.entente.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IncidentFileTest {
    private static final String HEADER =
            "id,date_start,date_end,date_prec,type_of_violence,conflict_name,side_a,side_b,"
                    + "where_coordinates,where_description,adm_1,adm_2,where_prec,latitude,longitude,event_clarity,best,low,high,"
                    + "deaths_civilians,number_of_sources,source_article,source_headline\n";
    private static final String GOOD =
            "7,2013-01-02,2013-01-03,2,3,Conflict,Side A,Side B,Bangui,\"Bangui, \"\"north\"\"\","
                    + "Province,,1,4.36,18.58,1,3,1,5,2,-1,\"Agency, 2013\",Été à Bangui\n";

    @Test
    void aGoodRowKeepsItsPrecisionItsSourcesAndItsQuotes() {
        IncidentFile file = read(HEADER + GOOD);
        assertEquals(List.of(), file.refused());
        Incident incident = file.incidents().getFirst();
        assertEquals("Bangui, \"north\"", incident.placeInWords());
        assertEquals(2, incident.datePrecision());
        assertEquals("Agency, 2013", incident.source());
        assertEquals("Été à Bangui", incident.headline());
    }

    @Test
    void aBadRowIsRefusedWithEveryBadFieldAndItsLineAndTheOthersGoOn() {
        String bad = GOOD.replace("7,2013-01-02,2013-01-03,2", "8,2013-13-02,2013-01-03,9")
                .replace("4.36", "north");
        IncidentFile file = read(HEADER + GOOD + bad + GOOD.replace("7,", "9,"));
        assertEquals(2, file.incidents().size());
        assertEquals(
                List.of("date_start", "date_prec", "latitude"),
                file.refused().stream().map(RowRefused::field).toList());
        assertTrue(
                file.refused().stream().allMatch(r -> r.line() == 3),
                file.refused().toString());
    }

    @Test
    void anIdComesOnlyOnceInAFile() {
        IncidentFile file = read(HEADER + GOOD + GOOD);
        assertEquals(1, file.incidents().size());
        assertEquals("id", file.refused().getFirst().field());
    }

    @Test
    void missingColumnsAreNamedAndNothingIsTaken() {
        IncidentFile file = read("id,date_start\n1,2013-01-01\n");
        assertTrue(file.incidents().isEmpty());
        assertTrue(file.refused().stream().anyMatch(r -> r.field().equals("latitude")));
    }

    @Test
    void whateverComesInNothingEscapesAndNoRefusedRowIsTaken() {
        Random random = new Random(7);
        String text = HEADER + GOOD + GOOD.replace("7,", "9,");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder mutated = new StringBuilder(text);
            for (int j = 0; j < 1 + random.nextInt(4); j++) {
                int at = random.nextInt(mutated.length());
                switch (random.nextInt(3)) {
                    case 0 -> mutated.setCharAt(at, (char) random.nextInt(0x250));
                    case 1 -> mutated.deleteCharAt(at);
                    default -> mutated.insert(at, "\",\n\u0000é".charAt(random.nextInt(5)));
                }
            }
            IncidentFile file = read(mutated.toString());
            file.refused()
                    .forEach(r -> assertFalse(
                            file.incidents().stream().anyMatch(x -> x.line() == r.line()) && r.line() > 1,
                            mutated.toString()));
        }
    }

    private static IncidentFile read(String text) {
        return IncidentFile.read(new StringReader(text));
    }
}
