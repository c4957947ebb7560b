package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /** The examples of C2SP signed-note, tlog-checkpoint and tlog-cosignature. */
    private static final String POEM = """
            Ognuno sta solo sul cuor della terra
            trafitto da un raggio di sole:

            ed è subito sera.

            — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
            """;

    private static final String SOFA = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    /** The example of the documentation of golang.org/x/mod/sumdb/note. */
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String PETER_PRIVATE =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String PETER_SAYS =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String PETER_SIGNED = "— PeterNeumann"
            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void theExamplesOfTheSpecificationsAreReadAndWrittenBack() throws LogError {
        for (String example : List.of(POEM, SOFA)) {
            SignedNote note = SignedNote.parse(example.getBytes(UTF_8));
            assertEquals(example, new String(note.encoded(), UTF_8));
        }
        assertTrue(SignedNote.parse(POEM.getBytes(UTF_8)).text().endsWith("sole:\n\ned è subito sera.\n"));
        SignedNote sofa = SignedNote.parse(SOFA.getBytes(UTF_8));
        Checkpoint checkpoint = Checkpoint.parse(sofa.text());
        assertEquals("example.com/behind-the-sofa", checkpoint.origin());
        assertEquals(20852163, checkpoint.size());
        assertEquals(sofa.text(), checkpoint.text());
        String extended = sofa.text() + "one\ntwo\n";
        assertEquals(List.of("one", "two"), Checkpoint.parse(extended).extensions());
        assertEquals(extended, Checkpoint.parse(extended).text());
    }

    @Test
    void theExampleOfTheReferenceImplementationIsSignedAlikeToTheLastByte() throws LogError {
        NoteSigner signer = NoteSigner.parse(PETER_PRIVATE);
        assertEquals(PETER, signer.verifier().vkey());
        SignedNote.Signature signature = signer.sign(PETER_SAYS);
        assertEquals(PETER_SIGNED, signature.line());
        NoteVerifier verifier = NoteVerifier.parse(PETER);
        assertTrue(verifier.verifies(PETER_SAYS, signature));
        assertFalse(verifier.verifies(PETER_SAYS + "\n", signature));
    }

    @Test
    void whatIsSignedByACosignerIsTheTextOfTheSpecification() throws LogError {
        String text = SignedNote.parse(SOFA.getBytes(UTF_8)).text();
        assertEquals("""
                cosignature/v1
                time 1679315147
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                """, new String(NoteVerifier.cosigned(text, 1679315147), UTF_8));
        NoteSigner witness = NoteSigner.generate("witness.example.com/w1", KeyKind.WITNESS);
        SignedNote.Signature signature = witness.cosign(text, 1679315147);
        assertEquals(8 + 64, signature.bytes().length);
        assertArrayEquals(HexFormat.of().parseHex("00000000641850cb"), java.util.Arrays.copyOf(signature.bytes(), 8));
        assertTrue(witness.verifier().verifies(text, signature));
        for (int i = 0; i < 72; i++) {
            byte[] bent = signature.bytes().clone();
            bent[i] ^= 1;
            assertFalse(witness.verifier()
                    .verifies(text, new SignedNote.Signature(signature.name(), signature.keyId(), bent)));
        }
        assertThrows(IllegalStateException.class, () -> witness.sign(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "\n\n— a AAAAAAA=\n",
                "text\n\n— a AAAAAAA=",
                "text\n\n— a AAAAAAA=\n\n",
                "text\n\n— a AAAAAA==\n",
                "text\n\n— a AAAAAAA\n",
                "text\n\n— a AAAAAAB=\n",
                "text\n\n— a+b AAAAAAA=\n",
                "text\n\n— AAAAAAA=\n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n— a\u00A0b AAAAAAA=\n",
                "text\n\n— a  AAAAAAA=\n",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n— a AAAAAAA= \n",
                "te\rxt\n\n— a AAAAAAA=\n",
                "te\u0000xt\n\n— a AAAAAAA=\n"
            })
    void aNoteThatIsNotAsItMustBeIsRefused(String note) {
        assertThrows(LogError.class, () -> SignedNote.parse(note.getBytes(UTF_8)));
    }

    @Test
    void aNoteOfOtherBytesOrWithoutEndIsRefused() throws LogError {
        byte[] note = SOFA.getBytes(UTF_8);
        note[3] = (byte) 0xFF;
        assertThrows(LogError.class, () -> SignedNote.parse(note));
        String line = "— a AAAAAAA=\n";
        assertEquals(
                100,
                SignedNote.parse(("t\n\n" + line.repeat(100)).getBytes(UTF_8))
                        .signatures()
                        .size());
        assertThrows(LogError.class, () -> SignedNote.parse(("t\n\n" + line.repeat(101)).getBytes(UTF_8)));
        assertThrows(LogError.class, () -> SignedNote.parse(new byte[SignedNote.MAX_BYTES + 1]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o\n1\n",
                "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "o\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "o\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "o\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "o\n\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "o\n1\nAAAA\n",
                "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
                "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n",
                "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nx\n",
                "o\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "o\n18446744073709551617\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "o\n\u0661\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
            })
    void aCheckpointThatIsNotAsItMustBeIsRefused(String text) {
        assertThrows(LogError.class, () -> Checkpoint.parse(text));
    }

    @Test
    void aKeyIsReadInOneWayOnly() {
        for (int i = 0; i < PETER.length(); i++) {
            String changed = PETER.substring(0, i) + (char) (PETER.charAt(i) + 1) + PETER.substring(i + 1);
            assertThrows(LogError.class, () -> NoteVerifier.parse(changed));
            String cut = PETER.substring(0, i);
            assertThrows(LogError.class, () -> NoteVerifier.parse(cut));
        }
        for (int i = 0; i < PETER_PRIVATE.length(); i++) {
            String cut = PETER_PRIVATE.substring(0, i);
            assertThrows(LogError.class, () -> NoteSigner.parse(cut));
        }
        // too long, and of an unknown kind: from the tests of golang.org/x/mod
        for (String wrong : List.of(
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")) {
            assertThrows(LogError.class, () -> NoteVerifier.parse(wrong));
        }
    }

    /** Points of order 1, 2, 4 and 8 of Curve25519's Edwards form, and the same written as y + p or with a wrong sign. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0200000000000000000000000000000000000000000000000000000000000000"
            })
    void keysOfLowOrderAndKeysWrittenOtherwiseAreRefused(String hex) {
        byte[] key = HexFormat.of().parseHex(hex);
        for (KeyKind kind : KeyKind.values()) {
            assertThrows(LogError.class, () -> new NoteVerifier("n", kind, key));
        }
    }

    @Test
    void aPrivateKeyIsKeptWhereOnlyItsOwnerReadsIt(@TempDir Path folder) throws IOException, LogError {
        for (KeyKind kind : KeyKind.values()) {
            NoteSigner signer = NoteSigner.generate("un.example/" + kind, kind);
            Path file = folder.resolve(kind + ".key");
            signer.write(file);
            assertEquals(Set.copyOf(PosixFilePermissions.fromString("rw-------")), Files.getPosixFilePermissions(file));
            assertEquals(
                    signer.verifier().vkey(), NoteSigner.read(file).verifier().vkey());
            assertThrows(FileAlreadyExistsException.class, () -> signer.write(file));
            assertFalse(signer.toString().contains("PRIVATE"), "a key must not get into a message");
        }
        assertThrows(LogError.class, () -> NoteSigner.generate("a b", KeyKind.LOG));
    }

    @Test
    void aPolicyWantsItsQuorum() throws LogError {
        NoteSigner log = NoteSigner.generate("example.org/audit/1", KeyKind.LOG);
        List<NoteSigner> witnesses = List.of(witness("UN"), witness("AU"), witness("ECOWAS"), witness("EU"));
        Policy policy = policy(log, witnesses);
        Checkpoint checkpoint = new Checkpoint("example.org/audit/1", 7, new byte[32]);
        SignedNote note = new SignedNote(checkpoint.text(), List.of(log.sign(checkpoint.text())));
        for (int signed = 0; signed < 16; signed++) {
            SignedNote cosigned = note;
            for (int i = 0; i < 4; i++) {
                if (((signed >> i) & 1) == 1) {
                    cosigned = cosigned.with(List.of(witnesses.get(i).cosign(note.text(), 1 + i)));
                }
            }
            Policy.Signed judged = assertInstanceOf(Policy.Signed.class, policy.judge(cosigned));
            assertEquals(Integer.bitCount(signed) >= 3, judged.quorate());
            assertEquals(Integer.bitCount(signed), judged.witnesses().size());
        }
        SignedNote.Signature un = witnesses.getFirst().cosign(note.text(), 1);
        Policy.Signed twice = assertInstanceOf(Policy.Signed.class, policy.judge(note.with(List.of(un, un, un, un))));
        assertFalse(twice.quorate(), "one witness four times is one witness");
        SignedNote.Signature bent = new SignedNote.Signature(un.name(), un.keyId(), new byte[72]);
        assertInstanceOf(Policy.Refused.class, policy.judge(note.with(List.of(bent))));
        SignedNote.Signature stranger = new SignedNote.Signature(un.name(), un.keyId() + 1, new byte[72]);
        assertInstanceOf(Policy.Signed.class, policy.judge(note.with(List.of(stranger))));
        assertInstanceOf(Policy.Refused.class, policy.judge(new SignedNote(note.text(), List.of(un))));
        String other = new Checkpoint("example.org/audit/2", 7, new byte[32]).text();
        assertInstanceOf(Policy.Refused.class, policy.judge(new SignedNote(other, List.of(log.sign(other)))));
        String wrongEmpty = new Checkpoint("example.org/audit/1", 0, new byte[32]).text();
        assertInstanceOf(Policy.Refused.class, policy.judge(new SignedNote(wrongEmpty, List.of(log.sign(wrongEmpty)))));
    }

    @Test
    void aPolicyIsReadAsItsSpecificationSays() throws LogError {
        NoteSigner log = NoteSigner.generate("l", KeyKind.LOG);
        String[] keys = new String[6];
        for (int i = 0; i < 6; i++) {
            keys[i] = witness("w" + i).verifier().vkey();
        }
        String example = """
                \t log %s https://l.example/
                # a comment

                witness X1 %s
                witness X2 %s
                witness X3 %s http://127.0.0.1:1
                  group  X-witnesses\t2 X1 X2 X3
                witness Y1 %s
                witness Y2 %s
                witness Y3 %s
                group Y-witnesses any Y1 Y2 Y3
                group X-and-Y all X-witnesses Y-witnesses
                quorum X-and-Y
                """.formatted(log.verifier(), keys[0], keys[1], keys[2], keys[3], keys[4], keys[5]);
        Policy policy = Policy.parse(example.getBytes(UTF_8));
        assertEquals("https://l.example/", policy.logs().getFirst().url());
        assertEquals("http://127.0.0.1:1", policy.witnesses().get(2).url());
        for (String[] change : new String[][] {
            {"quorum X-and-Y\n", ""},
            {"quorum X-and-Y", "quorum Z"},
            {"quorum X-and-Y", "quorum none\nquorum none"},
            {"quorum X-and-Y", "quorum"},
            {"group X-and-Y all", "group X1 all"},
            {"group X-and-Y all", "group none all"},
            {"group X-and-Y all", "group X-and-Y 3"},
            {"group X-and-Y all", "group X-and-Y 0"},
            {"group X-and-Y all", "group X-and-Y 01"},
            {"group X-and-Y all", "group X-and-Y most"},
            {"any Y1 Y2 Y3", "any Y1 Y2 Y2"},
            {"any Y1 Y2 Y3", "any Y1 Y2 X3"},
            {"any Y1 Y2 Y3", "any"},
            {"any Y1 Y2 Y3", "any Y1 X-and-Y"},
            {keys[5], keys[4]},
            {keys[5], log.verifier().vkey()},
            {log.verifier().vkey(), keys[5]},
            {"# a", "a"},
            {"# a", "#\ra"}
        }) {
            String changed = example.replace(change[0], change[1]);
            assertThrows(LogError.class, () -> Policy.parse(changed.getBytes(UTF_8)), changed);
        }
        assertTrue(assertInstanceOf(
                        Policy.Signed.class,
                        Policy.parse(("log " + log.verifier() + "\nquorum none").getBytes(UTF_8))
                                .judge(signed(log, new Checkpoint("l", 1, new byte[32]))))
                .quorate());
    }

    private static SignedNote signed(NoteSigner log, Checkpoint checkpoint) {
        return new SignedNote(checkpoint.text(), List.of(log.sign(checkpoint.text())));
    }

    private static NoteSigner witness(String name) throws LogError {
        return NoteSigner.generate(name + ".example", KeyKind.WITNESS);
    }

    private static Policy policy(NoteSigner log, List<NoteSigner> witnesses) throws LogError {
        StringBuilder text = new StringBuilder("log " + log.verifier() + "\n");
        for (NoteSigner witness : witnesses) {
            text.append("witness " + witness.name() + " " + witness.verifier() + "\n");
        }
        text.append("group all-four 3");
        witnesses.forEach(witness -> text.append(" " + witness.name()));
        return Policy.parse((text + "\nquorum all-four\n").getBytes(UTF_8));
    }
}
