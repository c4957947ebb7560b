package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sound bytes, damaged with a fixed seed: a parser answers or refuses, and what it read it writes as it was. */
class LogFuzzTest {
    private static final int RUNS = 100_000;

    private final NoteSigner log = signer("entente.example/audit/1", KeyKind.LOG);
    private final NoteSigner witness = signer("un.example/witness", KeyKind.WITNESS);
    private final Checkpoint checkpoint = new Checkpoint("entente.example/audit/1", 123_456, new byte[32]);
    private final SignedNote note = new SignedNote(
            checkpoint.text(), List.of(log.sign(checkpoint.text()), witness.cosign(checkpoint.text(), 1_700_000_000)));

    private interface Parser {
        byte[] again(byte[] bytes) throws LogError;
    }

    @Test
    void notes() {
        fuzz(note.encoded(), 21, bytes -> SignedNote.parse(bytes).encoded());
    }

    @Test
    void checkpoints() {
        fuzz(
                checkpoint.text().getBytes(UTF_8),
                22,
                bytes -> Checkpoint.parse(SignedNote.decoded(bytes)).text().getBytes(UTF_8));
    }

    @Test
    void publicKeys() {
        String vkey = log.verifier().vkey();
        fuzz(
                vkey.getBytes(UTF_8),
                23,
                bytes -> NoteVerifier.parse(SignedNote.utf8(bytes)).vkey().getBytes(UTF_8));
    }

    @Test
    void requestsToAWitness() {
        AddCheckpoint request = new AddCheckpoint(77, List.of(new byte[32], new byte[32]), note);
        fuzz(request.encoded(), 24, bytes -> AddCheckpoint.parse(bytes).encoded());
    }

    @Test
    void proofsOfRecords() {
        RecordProof proof = new RecordProof(
                new byte[80], new InclusionProof(5, 123_456, List.of(new byte[32], new byte[32])), note);
        fuzz(proof.encoded(), 25, bytes -> RecordProof.parse(bytes).encoded());
    }

    @Test
    void bundlesOfRecords() {
        byte[] bundle = {0, 3, 1, 2, 3, 0, 0, 0, 1, 9, 0, 2, 4, 4};
        fuzz(bundle, 26, bytes -> EntryBundle.parse(bytes, 4).bytes());
    }

    @Test
    void frontiers() {
        Frontier frontier = new Frontier();
        for (int i = 0; i < 13; i++) {
            frontier.append(new byte[] {(byte) i});
        }
        fuzz(frontier.encoded(), 27, bytes -> Frontier.decode(bytes).encoded());
    }

    @Test
    void policies() {
        String rest = "# who\n group g 1 W\n\tquorum g\n";
        byte[] policy = ("log " + log.verifier() + " https://a.example/\nwitness W " + witness.verifier() + "\n" + rest)
                .getBytes(UTF_8);
        byte[] without = "#\ngroup g any g\nquorum none\n".getBytes(UTF_8);
        SplittableRandom random = new SplittableRandom(28);
        int read = 0;
        for (int i = 0; i < RUNS; i++) {
            byte[] damaged = Damage.of(i % 20 == 0 ? policy : without, random);
            try {
                Policy parsed = Policy.parse(damaged);
                assertTrue(parsed.logs().size() <= 1 && parsed.witnesses().size() <= 1);
                read++;
            } catch (LogError refused) {
                assertFalse(refused.sentence().isBlank());
            }
        }
        assertTrue(read > RUNS / 1000, "seed 28, read " + read);
    }

    /** A note that was touched is judged, and never better than before. */
    @Test
    void judgements() throws LogError {
        Policy policy = Policy.parse(
                ("log " + log.verifier() + "\nwitness W " + witness.verifier() + "\nquorum W\n").getBytes(UTF_8));
        SplittableRandom random = new SplittableRandom(29);
        byte[] sound = note.encoded();
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = Damage.of(sound, random);
            try {
                if (policy.judge(SignedNote.parse(damaged)) instanceof Policy.Signed signed && signed.quorate()) {
                    assertEquals(checkpoint.text(), signed.checkpoint().text(), "seed 29, " + i);
                }
            } catch (LogError refused) {
                assertFalse(refused.sentence().isBlank());
            }
        }
    }

    private static void fuzz(byte[] sound, long seed, Parser parser) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < RUNS; i++) {
            byte[] damaged = Damage.of(sound, random);
            try {
                assertArrayEquals(damaged, parser.again(damaged), "seed " + seed + ", " + i);
            } catch (LogError refused) {
                assertFalse(refused.sentence().isBlank());
            }
        }
    }

    private static NoteSigner signer(String name, KeyKind kind) {
        try {
            return NoteSigner.generate(name, kind);
        } catch (LogError e) {
            throw new IllegalStateException(e);
        }
    }
}
