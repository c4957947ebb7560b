package org.entente.transparency;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.log.TilePath;

/** A bundle on its way into an archive, one file after the other. */
final class BundleFile implements AutoCloseable {
    private final ZipOutputStream out;

    BundleFile(Path file) throws IOException {
        out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    void put(String name, byte[] bytes) throws IOException {
        begin(name);
        out.write(bytes);
        out.closeEntry();
    }

    void put(String name, String text) throws IOException {
        put(name, Bundles.utf8(text));
    }

    void begin(String name) throws IOException {
        out.putNextEntry(new ZipEntry(name));
    }

    void line(String text) throws IOException {
        out.write(Bundles.utf8(text + "\n"));
    }

    void end() throws IOException {
        out.closeEntry();
    }

    /** All tiles of hashes of a log of that size, and the records of the range. */
    void tiles(LogFolder files, long size, long from, long to) throws IOException {
        for (int level = 0; TilePath.width(level, 0, size) > 0; level++) {
            for (long number = 0; TilePath.width(level, number, size) > 0; number++) {
                copy(files, TilePath.tile(level, number, TilePath.width(level, number, size)));
            }
        }
        for (long number = from / TilePath.WIDTH; number * TilePath.WIDTH < to; number++) {
            copy(files, TilePath.entries(number, TilePath.width(0, number, size)));
        }
    }

    private void copy(LogFolder files, String path) throws IOException {
        byte[] bytes = files.tile(path);
        if (bytes == null) {
            throw new IOException("there is no " + path);
        }
        put(path, bytes);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
