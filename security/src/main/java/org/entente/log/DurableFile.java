package org.entente.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are there whole or not at all, whenever the power fails: written beside, forced out, renamed, forced again. */
public final class DurableFile {
    private DurableFile() {}

    /** Writes a file that only its owner may read, or replaces it. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, "rw-------", true);
    }

    /** Writes a file that everybody may read, or replaces it. */
    public static void writeOpen(Path file, byte[] bytes, boolean force) throws IOException {
        write(file, bytes, "rw-r--r--", force);
    }

    private static void write(Path file, byte[] bytes, String permissions, boolean force) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no file can be written there: " + file);
        }
        makeFolder(folder, force);
        Path beside = Files.createTempFile(folder, ".", ".new");
        try {
            try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                if (force) {
                    out.force(true);
                }
            }
            allow(beside, permissions);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        if (force) {
            forceFolder(folder);
        }
    }

    private static void makeFolder(Path folder, boolean force) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            makeFolder(parent, force);
        }
        Files.createDirectories(folder);
        if (force && parent != null) {
            forceFolder(parent);
        }
    }

    private static void allow(Path file, String permissions) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, Set.copyOf(PosixFilePermissions.fromString(permissions)));
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
