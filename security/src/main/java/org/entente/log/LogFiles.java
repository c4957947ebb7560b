package org.entente.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of a log by name: a folder, an archive or a server. */
@FunctionalInterface
public interface LogFiles {
    /** The whole file, null where there is none. */
    byte @Nullable [] read(String name) throws IOException;

    static LogFiles in(Path folder) {
        return name -> {
            try {
                return Files.readAllBytes(folder.resolve(name));
            } catch (NoSuchFileException absent) {
                return null;
            }
        };
    }
}
