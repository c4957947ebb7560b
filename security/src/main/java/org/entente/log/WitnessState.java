package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a witness remembers of each log, in a folder that one process alone may use: for each origin the newest checkpoint
 * that it cosigned, under its own signature, which shows whether the file is still what it wrote. A witness that cannot read
 * its memory does not start: one that forgot could be shown another past.
 */
final class WitnessState implements AutoCloseable {
    private final Path folder;
    private final NoteVerifier own;
    private final FileChannel lockFile;
    private final Map<String, Checkpoint> newest = new HashMap<>();

    private WitnessState(Path folder, NoteVerifier own, FileChannel lockFile) {
        this.folder = folder;
        this.own = own;
        this.lockFile = lockFile;
    }

    static WitnessState open(Path folder, NoteVerifier own) throws IOException, LogError {
        Files.createDirectories(folder);
        FileChannel lockFile =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!locked(lockFile)) {
                throw new LogError("another process uses " + folder);
            }
            WitnessState state = new WitnessState(folder, own, lockFile);
            state.load();
            return state;
        } catch (IOException | LogError | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    @Nullable
    Checkpoint newest(String origin) {
        return newest.get(origin);
    }

    /** On the disk when it returns. */
    void remember(Checkpoint checkpoint, SignedNote.Signature cosignature) throws IOException {
        DurableFile.write(file(checkpoint.origin()), new SignedNote(checkpoint.text(), List.of(cosignature)).encoded());
        newest.put(checkpoint.origin(), checkpoint);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private void load() throws IOException, LogError {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.note")) {
            for (Path file : files) {
                Checkpoint checkpoint = read(file);
                if (!file.equals(file(checkpoint.origin()))) {
                    throw new LogError("the state file " + file + " is of another log");
                }
                newest.put(checkpoint.origin(), checkpoint);
            }
        }
    }

    private Checkpoint read(Path file) throws IOException, LogError {
        try {
            SignedNote note = SignedNote.parse(Files.readAllBytes(file));
            if (note.signatures().size() == 1
                    && own.verifies(note.text(), note.signatures().getFirst())) {
                return Checkpoint.parse(note.text());
            }
        } catch (LogError broken) {
            throw new LogError("the state file " + file + " is broken: " + broken.sentence());
        }
        throw new LogError("the state file " + file + " does not have this witness's signature");
    }

    private Path file(String origin) {
        byte[] digest = TreeHash.sha256().digest(origin.getBytes(UTF_8));
        return folder.resolve(HexFormat.of().formatHex(digest) + ".note");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }
}
