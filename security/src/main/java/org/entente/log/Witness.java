package org.entente.log;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Cosigns the checkpoints of the logs it knows, each only if it grew out of the one cosigned before (C2SP tlog-witness).
 * One request at a time: what was checked is remembered on the disk before anybody sees the signature.
 */
public final class Witness implements AutoCloseable {
    private final NoteSigner key;
    private final Policy logs;
    private final LongSupplier seconds;
    private final WitnessState state;
    private final Steps steps;

    /** What is answered: a status of HTTP and a body. */
    public record Answer(int status, String body) {}

    /** For tests that pull the plug between two steps. */
    @FunctionalInterface
    interface Steps {
        void reached(Step step);
    }

    enum Step {
        CHECKED,
        REMEMBERED
    }

    /** Opens the state in the folder, which no other process may use meanwhile. */
    public static Witness open(Path folder, NoteSigner key, List<Policy.Log> logs, LongSupplier seconds)
            throws IOException, LogError {
        return open(folder, key, logs, seconds, step -> {});
    }

    static Witness open(Path folder, NoteSigner key, List<Policy.Log> logs, LongSupplier seconds, Steps steps)
            throws IOException, LogError {
        if (key.verifier().kind() != KeyKind.WITNESS) {
            throw new LogError("the key of " + key.name() + " is not a witness's");
        }
        return new Witness(key, logs, seconds, WitnessState.open(folder, key.verifier()), steps);
    }

    private Witness(NoteSigner key, List<Policy.Log> logs, LongSupplier seconds, WitnessState state, Steps steps) {
        this.key = key;
        this.logs = new Policy(logs, List.of(), new Quorum.None());
        this.seconds = seconds;
        this.state = state;
        this.steps = steps;
    }

    /** Answers the body of a request to {@code add-checkpoint}. */
    public synchronized Answer addCheckpoint(byte[] body) throws IOException {
        AddCheckpoint request;
        Checkpoint asked;
        try {
            request = AddCheckpoint.parse(body);
            asked = Checkpoint.parse(request.note().text());
        } catch (LogError malformed) {
            return new Answer(400, malformed.sentence() + "\n");
        }
        if (logs.logs().stream().noneMatch(log -> log.key().name().equals(asked.origin()))) {
            return new Answer(404, "this witness does not know the log\n");
        }
        return switch (logs.judge(request.note())) {
            case Policy.Refused(String why) -> new Answer(403, why + "\n");
            case Policy.Signed(Checkpoint checkpoint, var nobody, boolean always) ->
                judged(request, checkpoint, state.newest(checkpoint.origin()));
        };
    }

    @Override
    public synchronized void close() throws IOException {
        state.close();
    }

    private Answer judged(AddCheckpoint request, Checkpoint asked, @Nullable Checkpoint known) throws IOException {
        long size = known == null ? 0 : known.size();
        if (request.oldSize() > asked.size()) {
            return new Answer(400, "the old size is larger than the new\n");
        }
        byte[] knownRoot = known == null ? MerkleTree.emptyRoot() : known.root();
        boolean other = asked.size() == size && !MessageDigest.isEqual(knownRoot, asked.root());
        if (request.oldSize() != size || other) {
            return new Answer(409, size + "\n");
        }
        boolean consistent = size == 0
                ? request.hashes().isEmpty()
                : new ConsistencyProof(size, asked.size(), request.hashes()).proves(knownRoot, asked.root());
        if (!consistent) {
            return new Answer(422, "the proof does not lead from the old checkpoint to the new\n");
        }
        steps.reached(Step.CHECKED);
        SignedNote.Signature cosignature = key.cosign(request.note().text(), seconds.getAsLong());
        state.remember(asked, cosignature);
        steps.reached(Step.REMEMBERED);
        return new Answer(200, cosignature.line());
    }
}
