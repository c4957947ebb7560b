package org.entente.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run's folder: its data, keys, logs and process ids. One launcher holds it at a time; the operating system lets
 * go of the lock when that launcher dies, however it dies.
 */
final class Folder implements AutoCloseable {
    private static final String LOCK = "entente.lock";

    private final Path root;
    private final FileChannel lock;

    private Folder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    static Folder take(Path root) {
        refuseForeign(root);
        FileTree.makePrivate(root);
        try {
            FileChannel channel = FileChannel.open(
                    root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String holder = Files.readString(root.resolve(LOCK)).strip();
                channel.close();
                throw new CannotRun("Entente already runs in " + root + " (process " + holder
                        + "); stop it, or give this run another --folder.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new Folder(root, channel);
        } catch (IOException e) {
            throw new CannotRun("The folder " + root + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    Path root() {
        return root;
    }

    /** A folder inside, made when it is missing; like everything here only its owner can enter it. */
    Path within(String name) {
        return FileTree.makePrivate(root.resolve(name));
    }

    /** Empties the folder but for its lock. Whatever ran in it must have been stopped. */
    void empty() {
        for (Path entry : entries(root)) {
            if (!entry.endsWith(LOCK)) {
                new FileTree(entry).delete();
            }
        }
    }

    /** Written beside and renamed: a reader sees the old file or the new, never half of one; 0600. */
    static void write(Path file, String text) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    /** --folder ~ --fresh must not empty somebody's home. */
    private static void refuseForeign(Path root) {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new CannotRun(root + " is a file; --folder needs a folder.");
        }
        if (Files.isDirectory(root)
                && !Files.exists(root.resolve(LOCK))
                && !entries(root).isEmpty()) {
            throw new CannotRun(root + " holds other things; give --folder a new or empty folder.");
        }
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
