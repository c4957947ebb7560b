package org.entente.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.entente.log.LogFiles;
import org.jspecify.annotations.Nullable;

/** What an auditor was given: a folder, or a ZIP archive of one. */
public sealed interface Bundle extends LogFiles, AutoCloseable {
    /** No file that is read whole may be larger. */
    int MAX_BYTES = 1 << 26;

    static Bundle open(Path path) throws IOException {
        return Files.isDirectory(path) ? new Folder(path) : Archive.open(path);
    }

    /** The names of all files that begin with these letters, sorted. */
    List<String> names(String prefix) throws IOException;

    /** A file to be read bit by bit, null where there is none. */
    @Nullable
    InputStream stream(String name) throws IOException;

    @Override
    default byte @Nullable [] read(String name) throws IOException {
        try (InputStream in = stream(name)) {
            if (in == null) {
                return null;
            }
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException(name + " is too large");
            }
            return bytes;
        }
    }

    @Override
    void close() throws IOException;

    record Folder(Path root) implements Bundle {
        @Override
        public List<String> names(String prefix) throws IOException {
            try (Stream<Path> all = Files.walk(root)) {
                return all.filter(Files::isRegularFile)
                        .map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> name.startsWith(prefix))
                        .sorted()
                        .toList();
            }
        }

        @Override
        public @Nullable InputStream stream(String name) throws IOException {
            try {
                return Files.newInputStream(root.resolve(name));
            } catch (NoSuchFileException absent) {
                return null;
            }
        }

        @Override
        public void close() {}
    }

    record Archive(ZipFile zip) implements Bundle {
        static Archive open(Path path) throws IOException {
            ZipFile zip = new ZipFile(path.toFile());
            Set<String> names = new HashSet<>();
            for (ZipEntry entry : zip.stream().toList()) {
                if (!names.add(entry.getName())) {
                    zip.close();
                    throw new ZipException("the archive has a second " + entry.getName());
                }
            }
            return new Archive(zip);
        }

        @Override
        public List<String> names(String prefix) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        }

        @Override
        public @Nullable InputStream stream(String name) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            return entry == null ? null : zip.getInputStream(entry);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
