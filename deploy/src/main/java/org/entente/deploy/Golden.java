package org.entente.deploy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What takes a minute to make and is the same for every run: optimised programs, a database that holds Keycloak's empty
 * tables, a Payara domain. Made once in the user's cache folder; a fresh run copies it.
 */
record Golden(Path root) {
    /** Raised when the way of making it changes. */
    private static final String EDITION = "1";

    /** Written last: without it what is there is half made, and is made anew. It cannot be made beside and renamed, since
     * the archives and module caches in it know their own place. */
    private static final String COMPLETE = "complete";

    static Golden find(Path home, Progress progress) {
        Installation unpacked = Installation.unpacked(home);
        Path differences = home.resolve("deploy/payara/domain.differences");
        Path cache = cacheFolder();
        FileTree.makePrivate(cache);
        Path root =
                cache.resolve(unpacked.versions() + "_jdk-" + Runtime.version().feature() + "_"
                        + digest(EDITION + System.getProperty("java.vm.version") + Folder.read(differences)));
        Path complete = root.resolve(COMPLETE);
        if (Files.exists(complete)) {
            return new Golden(root);
        }
        Path lockFile = cache.resolve(root.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(complete)) {
                progress.say("Preparing the servers for the first time on this machine (a minute or two)");
                FileTree.makePrivate(root);
                Child.stopOrphans(root, progress);
                new FileTree(root).delete();
                FileTree.makePrivate(root);
                new GoldenMaking(unpacked, new Golden(root), progress).all(Files.readAllLines(differences));
                Folder.write(complete, "made on " + Instant.now() + "\n");
            }
            return new Golden(root);
        } catch (IOException e) {
            throw new CannotRun("The cache folder " + cache + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    Installation programs() {
        return new Installation(
                root.resolve("programs/payara"), root.resolve("programs/keycloak"), root.resolve("programs/mariadb"));
    }

    Path payaraTemplate() {
        return root.resolve("payara");
    }

    /** Copies the prepared database, unless the folder has its own already. */
    void seed(MariaDb database) {
        if (!Files.isDirectory(database.data())) {
            Path beside = FileTree.makePrivate(database.folder()).resolve("data.new");
            new FileTree(beside).delete();
            new FileTree(root.resolve("data")).copyTo(beside);
            try {
                FileTree.makePrivate(beside);
                Files.move(beside, database.data(), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new CannotRun("The database folder cannot be made: " + e.getMessage() + ".", e);
            }
        }
    }

    private static Path cacheFolder() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("entente");
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
