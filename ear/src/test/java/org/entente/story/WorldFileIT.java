package org.entente.story;

import static org.entente.running.Papers.because;
import static org.entente.running.Papers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.running.User;
import org.entente.world.LoadedFile;
import org.junit.jupiter.api.Test;

/** The world's file changes while what was agreed on the platform stands (A8, CAV-04). */
class WorldFileIT {
    private static final Path FILE = Path.of(System.getProperty("entente.home"), "deploy/world/mali-13/world.json");

    @Test
    void cav04_anotherFileLeavesWhatWasAgreedHereAndAFileThatWouldNotIsRefusedByName() throws Exception {
        String arrangement = expect(
                        201,
                        User.in("RA-UN")
                                .post(
                                        "/arrangements",
                                        Json.createObjectBuilder()
                                                .add("receiver", "ECOWAS")
                                                .add("cap", "UN-U")
                                                .add("basis", "EXERCISE: specific operational need")))
                .text("number");
        String file = Files.readString(FILE);
        try {
            assertEquals(
                    1, LoadedFile.of(file).count("SELECT COUNT(*) FROM arrangement WHERE number = ?", arrangement));
            IllegalStateException refused = assertThrows(
                    IllegalStateException.class,
                    () -> LoadedFile.of(file.replace("\"UN-U\"", "\"UN-O\""))
                            .count("SELECT 1 FROM DUAL WHERE ? = ''", ""));
            assertTrue(
                    String.valueOf(refused.getMessage())
                            .contains("schemes: level UN-U is gone, and arrangement " + arrangement + " goes up to it"),
                    String.valueOf(refused.getMessage()));
        } finally {
            expect(200, User.in("RA-UN").post("/arrangements/" + arrangement + "/end", because("EXERCISE: over")));
        }
    }
}
