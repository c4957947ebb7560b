package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A record with everything that shows that it is in the log, in one text (C2SP tlog-proof): the record itself as the extra
 * line, its index, the hashes, and a checkpoint with its signatures. Needs nothing but a policy to be checked.
 */
public record RecordProof(byte[] record, InclusionProof inclusion, SignedNote note) {
    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final Pattern LINE_FEED = Pattern.compile("\n");

    public static RecordProof parse(byte[] bytes) throws LogError {
        int gap = 0;
        while (gap + 1 < bytes.length && (bytes[gap] != '\n' || bytes[gap + 1] != '\n')) {
            gap++;
        }
        if (gap + 1 >= bytes.length) {
            throw new LogError("there is no empty line before the checkpoint");
        }
        List<String> lines = List.of(LINE_FEED.split(SignedNote.decoded(Arrays.copyOf(bytes, gap)), -1));
        if (lines.size() < 3
                || !lines.get(0).equals(FIRST)
                || !lines.get(1).startsWith(EXTRA)
                || !lines.get(2).startsWith(INDEX)) {
            throw new LogError("this is no proof that carries its record");
        }
        SignedNote note = SignedNote.parse(Arrays.copyOfRange(bytes, gap + 2, bytes.length));
        long size = Checkpoint.parse(note.text()).size();
        long index = Hashes.size(lines.get(2).substring(INDEX.length()));
        byte[] record = Hashes.bytes(lines.get(1).substring(EXTRA.length()));
        return new RecordProof(
                record, new InclusionProof(index, size, Hashes.hashes(lines.subList(3, lines.size()))), note);
    }

    public byte[] encoded() {
        StringBuilder head =
                new StringBuilder(FIRST + "\n" + EXTRA + Hashes.text(record) + "\n" + INDEX + inclusion.index() + "\n");
        inclusion.hashes().forEach(hash -> head.append(Hashes.text(hash)).append('\n'));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append('\n').toString().getBytes(UTF_8));
        out.writeBytes(note.encoded());
        return out.toByteArray();
    }

    /** What the checkpoint is worth, and nothing if the record is not in it or is no record. */
    public Policy.Judgement judge(Policy policy) {
        try {
            Leaf.decode(record);
        } catch (LogError malformed) {
            return new Policy.Refused(malformed.sentence());
        }
        return switch (policy.judge(note)) {
            case Policy.Refused refused -> refused;
            case Policy.Signed signed
            when inclusion.size() == signed.checkpoint().size()
                    && inclusion.proves(
                            MerkleTree.leafHash(record), signed.checkpoint().root()) -> signed;
            case Policy.Signed signed -> new Policy.Refused("the record is not in the checkpoint at this index");
        };
    }
}
