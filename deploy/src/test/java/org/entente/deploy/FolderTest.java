package org.entente.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
    @TempDir
    Path temporary;

    @Test
    void only_its_owner_can_enter_it() throws IOException {
        try (Folder folder = take()) {
            assertEquals("rwx------", permissions(folder.root()));
            assertEquals("rwx------", permissions(folder.within("secrets")));
            Path file = folder.resolve("secrets/x");
            Folder.write(file, "y");
            assertEquals("rw-------", permissions(file));
        }
    }

    @Test
    void two_launchers_cannot_hold_it() {
        try (Folder folder = take()) {
            CannotRun refusal = assertThrows(CannotRun.class, this::take);
            assertTrue(refusal.sentence().contains("already runs in " + folder.root()), refusal.sentence());
        }
    }

    @Test
    void it_can_be_taken_again_after_its_launcher_is_gone() {
        take().close();
        take().close();
    }

    @Test
    void emptying_it_keeps_the_lock() throws IOException {
        try (Folder folder = take()) {
            Files.writeString(folder.within("mariadb").resolve("data"), "old");
            folder.empty();
            assertFalse(Files.exists(folder.resolve("mariadb")));
            assertThrows(CannotRun.class, this::take);
        }
    }

    @Test
    void somebody_elses_folder_is_refused_before_anything_in_it_is_touched() throws IOException {
        Files.createDirectories(place());
        Files.writeString(place().resolve("thesis.txt"), "ten years of work");
        assertThrows(CannotRun.class, this::take);
        assertTrue(Files.exists(place().resolve("thesis.txt")));
    }

    private Folder take() {
        return Folder.take(place());
    }

    private Path place() {
        return temporary.resolve("a folder");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
