package org.entente.sequencer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.log.Checkpoint;
import org.entente.log.DurableFile;
import org.entente.log.LogError;
import org.entente.log.SignedNote;
import org.jspecify.annotations.Nullable;

/**
 * The newest note that this log signed, kept outside of the database and written before anybody is shown it: a database that
 * is brought back from a backup does not bring this back, and is found out.
 *
 * @param signed what was signed, be it cosigned or not
 * @param published what a quorum cosigned; the file that mirrors read
 */
record LastNote(Path signed, Path published) {

    static LastNote in(Path folder) {
        return new LastNote(folder.resolve("signed"), folder.resolve("checkpoint"));
    }

    @Nullable
    Checkpoint checkpoint() throws IOException, LogError {
        return Files.exists(signed)
                ? Checkpoint.parse(SignedNote.parse(Files.readAllBytes(signed)).text())
                : null;
    }

    void sign(SignedNote note) throws IOException {
        DurableFile.writeOpen(signed, note.encoded(), true);
    }

    void publish(SignedNote note) throws IOException {
        DurableFile.writeOpen(published, note.encoded(), true);
    }
}
