package org.entente.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An auditor's copy of a log in a folder: every record is fetched once, hashed into the tree and held against the log's
 * checkpoint and against the one that was kept before. What shows that a log has two histories is kept. For one thread.
 */
public final class Mirror {
    private static final String NEWEST = "newest.txt";
    private static final String INCOMING = "incoming";

    private final LogFiles log;
    private final Path folder;
    private final Policy policy;

    /** What a look at the log showed. */
    public sealed interface Found {}

    public record Grown(Checkpoint before, Checkpoint now) implements Found {}

    public record Unchanged(Checkpoint now) implements Found {}

    /** The log is not what it was or not what it says; the files show it. */
    public record Alarm(String what, List<Path> evidence) implements Found {
        public Alarm {
            evidence = List.copyOf(evidence);
        }
    }

    public Mirror(LogFiles log, Path folder, Policy policy) {
        this.log = log;
        this.folder = folder;
        this.policy = policy;
    }

    public Found look() throws IOException, LogError {
        byte[] bytes = log.read("checkpoint");
        if (bytes == null) {
            throw new LogError("the log has no checkpoint");
        }
        SignedNote note = SignedNote.parse(bytes);
        Checkpoint now = switch (policy.judge(note)) {
            case Policy.Refused(String why) -> throw new LogError("the checkpoint: " + why);
            case Policy.Signed(Checkpoint checkpoint, var witnesses, boolean quorate) -> {
                if (!quorate) {
                    throw new LogError("the checkpoint: no quorum, only " + witnesses + " cosigned");
                }
                yield checkpoint;
            }
        };
        Checkpoint before = kept(now.origin());
        if (!before.origin().equals(now.origin())) {
            return alarm("this is another log than " + before.origin(), bytes);
        }
        if (now.size() < before.size()) {
            return alarm("the log went back from " + before.size() + " to " + now.size() + " records", bytes);
        }
        if (now.size() == before.size()) {
            return MessageDigest.isEqual(now.root(), before.root())
                    ? new Unchanged(now)
                    : alarm("the log has two roots for " + now.size() + " records", bytes);
        }
        clear(folder.resolve(INCOMING));
        try {
            scan(before, now);
        } catch (LogError difference) {
            return alarm(difference.sentence(), bytes);
        }
        settle(folder.resolve(INCOMING));
        DurableFile.writeOpen(folder.resolve("notes").resolve(now.size() + ".txt"), bytes, true);
        DurableFile.writeOpen(folder.resolve(NEWEST), bytes, true);
        return new Grown(before, now);
    }

    private void scan(Checkpoint before, Checkpoint now) throws IOException, LogError {
        long from = before.size() / TilePath.WIDTH * TilePath.WIDTH;
        LogScan scan = new LogScan(this::fetched, List.of(), from, now.size());
        if (before.size() > 0) {
            scan.expect(before.size(), before.root(), "the checkpoint kept before");
        }
        scan.expect(now.size(), now.root(), "the new checkpoint");
        // each is read, and refused if it is no record; what it says is nobody's business here
        scan.run((index, record) -> {});
    }

    /** From the copy, or from the log into what is not yet part of the copy. */
    private byte @Nullable [] fetched(String name) throws IOException {
        byte[] bytes = LogFiles.in(folder).read(name);
        if (bytes == null) {
            bytes = log.read(name);
            if (bytes != null) {
                DurableFile.writeOpen(folder.resolve(INCOMING).resolve(name), bytes, false);
            }
        }
        return bytes;
    }

    private void settle(Path incoming) throws IOException {
        for (Path file : files(incoming)) {
            Path home = folder.resolve(incoming.relativize(file).toString());
            DurableFile.writeOpen(home, Files.readAllBytes(file), true);
            Files.delete(file);
        }
    }

    /** What an earlier look fetched and did not find good must not get into the copy with the next. */
    private static void clear(Path incoming) throws IOException {
        for (Path file : files(incoming)) {
            Files.delete(file);
        }
    }

    private static List<Path> files(Path below) throws IOException {
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private Checkpoint kept(String origin) throws IOException, LogError {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(NEWEST));
            SignedNote note = SignedNote.parse(bytes);
            if (policy.judge(note) instanceof Policy.Signed signed) {
                return signed.checkpoint();
            }
            throw new LogError("the note that was kept is not signed by a log of the policy");
        } catch (NoSuchFileException first) {
            return new Checkpoint(origin, 0, MerkleTree.emptyRoot());
        }
    }

    private Alarm alarm(String what, byte[] note) throws IOException {
        Path evidence = folder.resolve("evidence");
        byte[] digest = Hashes.sha256(note);
        String name = HexFormat.of().formatHex(digest, 0, 8);
        Path theirs = evidence.resolve(name + "-shown.txt");
        DurableFile.writeOpen(theirs, note, true);
        Path newest = folder.resolve(NEWEST);
        if (!Files.exists(newest)) {
            return new Alarm(what, List.of(theirs));
        }
        Path ours = evidence.resolve(name + "-kept.txt");
        DurableFile.writeOpen(ours, Files.readAllBytes(newest), true);
        return new Alarm(what, List.of(ours, theirs));
    }
}
