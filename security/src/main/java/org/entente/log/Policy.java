package org.entente.log;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whose checkpoints count: the logs, the witnesses, and how many of them it takes (C2SP tlog-policy). */
public final class Policy {
    private final List<Log> logs;
    private final List<Witness> witnesses;
    private final Quorum quorum;

    /** A log that is trusted to speak for its origin, which is the name of its key. */
    public record Log(NoteVerifier key, @Nullable String url) {}

    /** A witness under the name that the policy gives it. */
    public record Witness(
            String name, NoteVerifier key, @Nullable String url) {}

    /** What a note is worth under a policy. */
    public sealed interface Judgement {}

    /**
     * A log signed it. Whether enough witnesses did too is another question.
     *
     * @param witnesses the names of those who did
     */
    public record Signed(Checkpoint checkpoint, SortedSet<String> witnesses, boolean quorate) implements Judgement {
        public Signed {
            witnesses = Collections.unmodifiableSortedSet(new TreeSet<>(witnesses));
        }
    }

    /** It is worth nothing. */
    public record Refused(String why) implements Judgement {}

    Policy(List<Log> logs, List<Witness> witnesses, Quorum quorum) {
        this.logs = List.copyOf(logs);
        this.witnesses = List.copyOf(witnesses);
        this.quorum = quorum;
    }

    public static Policy parse(byte[] text) throws LogError {
        return new PolicyText().read(text);
    }

    public List<Log> logs() {
        return logs;
    }

    public List<Witness> witnesses() {
        return witnesses;
    }

    /** Signatures of strangers are passed over; a wrong one under a name and key that are known spoils the whole note. */
    public Judgement judge(SignedNote note) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(note.text());
        } catch (LogError malformed) {
            return new Refused(malformed.sentence());
        }
        List<SignedNote.Signature> wrong = new ArrayList<>();
        boolean ofLog = false;
        for (Log log : logs) {
            if (log.key().name().equals(checkpoint.origin())) {
                ofLog |= signed(log.key(), note, wrong);
            }
        }
        SortedSet<String> seconded = new TreeSet<>();
        for (Witness witness : witnesses) {
            if (signed(witness.key(), note, wrong)) {
                seconded.add(witness.name());
            }
        }
        if (!wrong.isEmpty()) {
            return new Refused("the signature of " + wrong.getFirst().name() + " is wrong");
        }
        if (!ofLog) {
            return new Refused("no log of the policy signed for " + checkpoint.origin());
        }
        if (checkpoint.size() == 0 && !MessageDigest.isEqual(checkpoint.root(), MerkleTree.emptyRoot())) {
            return new Refused("an empty log has another root");
        }
        return new Signed(checkpoint, seconded, quorum.reachedBy(seconded));
    }

    private static boolean signed(NoteVerifier key, SignedNote note, List<SignedNote.Signature> wrong) {
        boolean signed = false;
        for (SignedNote.Signature signature : note.signatures()) {
            if (key.claims(signature)) {
                boolean right = key.verifies(note.text(), signature);
                signed |= right;
                if (!right) {
                    wrong.add(signature);
                }
            }
        }
        return signed;
    }
}
